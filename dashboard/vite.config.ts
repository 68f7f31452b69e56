import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

const rolldownOptions = {
  treeshake: {
    // Of the decompressors only those named in src/data/parquet.ts are wanted: no WebAssembly, no brotli dictionary.
    moduleSideEffects: [{ test: /hyparquet-compressors|hysnappy/, sideEffects: false }],
  },
};

/** The pages are asked for at once: what begins them (src/main.tsx) waits only for the reader's language before it opens them. */
const pagesAtOnce: Plugin = {
  name: 'pages-at-once',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const app = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/App.tsx'));
      const begun = chunks.find(({ isEntry }) => isEntry)?.fileName;
      const files = [app?.fileName ?? [], app?.imports ?? []].flat();
      return files
        .filter((file) => file !== begun)
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        }));
    },
  },
};

/** `base` is relative, so that the built app works from any folder of any static host. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react(), pagesAtOnce],
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions,
  },
  worker: { format: 'es', rolldownOptions },
});
