import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

const rolldownOptions = {
  treeshake: {
    // Of the decompressors only those named in src/data/parquet.ts are wanted: no WebAssembly, no brotli dictionary.
    moduleSideEffects: [{ test: /hyparquet-compressors|hysnappy/, sideEffects: false }],
  },
};

/** `base` is relative, so that the built app works from any folder of any static host. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions,
  },
  worker: { format: 'es', rolldownOptions },
});
