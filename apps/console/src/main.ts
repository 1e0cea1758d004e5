import { createApp } from 'vue';
import App from './App.vue';
import { mendKeys } from './shell/keys';
import { keepFocus } from './shell/focus-keeper';
import { applyPreferences } from './shell/preferences';
import { router } from './router';
import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './theme/theme.css';

applyPreferences();
keepFocus();
mendKeys();
createApp(App).use(router).mount('#app');
