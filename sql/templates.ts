/** Templates of SQL, compiled once by their text: a night renders each file several times, and tests render them for many nights. */
import nunjucks from 'nunjucks';

function environment(): nunjucks.Environment {
  const env = new nunjucks.Environment(null, { autoescape: false, throwOnUndefined: true, trimBlocks: true, lstripBlocks: true });
  return env.addFilter('max', (values: number[]) => Math.max(...values));
}

const templates = new Map<string, nunjucks.Template>();

export function templateOf(text: string): nunjucks.Template {
  const template = templates.get(text) ?? new nunjucks.Template(text, environment(), undefined, true);
  templates.set(text, template);
  return template;
}
