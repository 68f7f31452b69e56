import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../infra/aws/settings.js';
import { synthesize, synthesized } from './synthesized.js';

type Templates = ReturnType<typeof synthesize>;

/** How each function that speaks with Athena was told that queries are started. */
function told({ template }: Templates): Record<string, string> {
  const functions = Object.values(template('night').findResources('AWS::Lambda::Function'));
  return Object.fromEntries(
    functions
      .filter(({ Properties }) => 'QUERIES' in Properties.Environment.Variables)
      .map(({ Properties }) => [Properties.FunctionName, Properties.Environment.Variables.QUERIES]),
  );
}

const workflowOf = ({ template }: Templates): string => {
  const [machine] = Object.values(template('night').findResources('AWS::StepFunctions::StateMachine'));
  return machine!.Properties.DefinitionString;
};

describe('the one setting of how queries are started', () => {
  const prepared = synthesized();
  const inline = synthesize({ ...settingsOf('dev'), queries: 'inline' });
  const names = ['collect-output', 'consider-retry', 'prepare-query'].map((folder) => `scorecards-dev-europe-${folder}`);

  it('reaches every function that speaks with Athena, and is by name unless somebody says otherwise', () => {
    expect(told(prepared)).toEqual(Object.fromEntries(names.map((name) => [name, 'prepared'])));
    expect(told(inline)).toEqual(Object.fromEntries(names.map((name) => [name, 'inline'])));
    expect(settingsOf('prod').queries).toBe('prepared');
  });

  it('changes neither the workflow, which starts what it was given, nor who may do what', () => {
    expect(workflowOf(inline)).toBe(workflowOf(prepared));
    expect(workflowOf(prepared)).toContain('"QueryString.$":"$.query.text"');
    const roles = ({ template }: Templates) => template('night').findResources('AWS::IAM::Role');
    expect(roles(inline)).toEqual(roles(prepared));
  });
});
