import { reactive, watch } from 'vue';

/** How this person wants to see the screen; kept on this machine. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  font: 'normal' | 'large';
}

const place = 'duban-preferences';

export const preferences = reactive<Preferences>({ theme: 'system', font: 'normal', ...kept() });

/** Puts the preferences on the page, now and whenever they change. */
export function applyPreferences(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const paper = matchMedia('print');
  const isDarkOnScreen = (): boolean =>
    preferences.theme === 'dark' || (preferences.theme === 'system' && system.matches);
  let isPrinting = false;
  const apply = (): void => {
    // Paper is light, whatever the screen is.
    const isDark = !isPrinting && !paper.matches && isDarkOnScreen();
    document.documentElement.classList.toggle('dark', isDark);
    document.documentElement.dataset['font'] = preferences.font;
  };
  const print = (isOn: boolean): void => {
    isPrinting = isOn;
    apply();
  };
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));
  paper.addEventListener('change', apply);
  system.addEventListener('change', apply);
  watch(preferences, () => {
    localStorage.setItem(place, JSON.stringify(preferences));
    apply();
  });
  apply();
}

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}
