import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import { defineConfig } from 'vite';

const api = process.env['DUBAN_API_URL'] ?? 'http://127.0.0.1:3000';

/** Element Plus comes in piece by piece as pages use it; rules and contracts come from their sources. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [vue(), components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] })],
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
    conditions: ['source', 'module', 'browser', 'development|production'],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2020',
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
  },
  server: { port: 5173, proxy: { '/api': api, '/readyz': api, '/geo': api } },
});
