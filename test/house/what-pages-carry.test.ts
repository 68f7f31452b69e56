import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** Packages that a page must not carry, and why. */
const LEFT_OUT = {
  zod: 'it tries out new Function, which the pages’ content security policy forbids, and policies are read by the night',
};

it('the dashboard carries nothing that reads policies', async () => {
  const { metafile } = await build({
    entryPoints: ['dashboard/src/main.tsx'],
    ...{ bundle: true, write: false, metafile: true, format: 'esm', outdir: 'out', logLevel: 'silent' },
    ...{ external: ['*.woff2', '*.wasm'], loader: { '.svg': 'text' } },
  });
  const carried = Object.keys(metafile.outputs).flatMap((name) => Object.keys(metafile.outputs[name]!.inputs));
  expect(carried.length).toBeGreaterThan(50);
  for (const name of Object.keys(LEFT_OUT))
    expect(carried.filter((input) => input.includes(`node_modules/${name}/`))).toEqual([]);
});
