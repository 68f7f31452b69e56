/** A setting that the deployment gives a Lambda. Throws naming it when it is missing. */
export function fromEnvironment(name: string): string {
  const found = process.env[name];
  if (!found) throw new Error(`environment variable ${name}: is missing; infra/aws/functions.ts says who needs what`);
  return found;
}
