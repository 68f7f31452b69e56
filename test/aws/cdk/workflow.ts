import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA_CATALOG } from '../../../infra/aws/data-catalog.js';
import { BESIDE, SCHEDULED, TASKS } from '../../../infra/aws/functions.js';
import { TASK_GRANTS } from '../../../infra/aws/roles/night-tasks.js';
import { LONGEST_NIGHT } from '../../../infra/aws/stacks/night-stack.js';
import { HOME } from '../../../infra/shared/home.js';
import { synthesized } from './synthesized.js';

const definition = readFileSync(join(HOME, 'infra/nightly.asl.json'), 'utf8');
const asked = [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map((found) => found[1]!))].sort();
const night = synthesized().template('night');
const [machine] = Object.values(night.findResources('AWS::StepFunctions::StateMachine'));

describe('the workflow and its template', () => {
  it('agree on every task: what the workflow asks for is deployed, and what is deployed is asked for', () => {
    expect(asked).toEqual([...Object.keys(TASKS), 'WorkGroup', 'Database'].sort());
    expect(Object.keys(machine!.Properties.DefinitionSubstitutions).sort()).toEqual(asked);
  });

  it('give each placeholder a version of the function of its own name, kept for nights under way and for going back', () => {
    const functions = night.findResources('AWS::Lambda::Function');
    const versions = night.findResources('AWS::Lambda::Version');
    for (const [name, size] of Object.entries(TASKS)) {
      const given = machine!.Properties.DefinitionSubstitutions[name] as { Ref: string };
      const version = versions[given.Ref]!;
      expect([version.DeletionPolicy, version.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
      const found = functions[version.Properties.FunctionName.Ref];
      expect(found?.Properties.FunctionName, name).toBe(`scorecards-dev-europe-${size.folder}`);
    }
  });

  it('start every query in the catalogue and the database of the deployment, as the functions that ask for it again do', () => {
    const starts = [...definition.matchAll(/startQueryExecution[\s\S]*?"Parameters": (\{[\s\S]*?\n {18}\})/g)];
    expect(starts).toHaveLength(definition.match(/startQueryExecution/g)!.length);
    for (const [, parameters] of starts)
      expect(JSON.parse(parameters!).QueryExecutionContext).toEqual({ Catalog: DATA_CATALOG, Database: '${Database}' });
    expect(machine!.Properties.DefinitionSubstitutions.Database).toBe('scorecards_dev_europe');
  });

  it('are a version of each deployment, which stays, and an alias that the schedule starts', () => {
    const [[versionId, version] = []] = Object.entries(night.findResources('AWS::StepFunctions::StateMachineVersion'));
    const [machineId] = Object.keys(night.findResources('AWS::StepFunctions::StateMachine'));
    expect(version).toMatchObject({
      Properties: {
        StateMachineArn: { Ref: machineId },
        StateMachineRevisionId: { 'Fn::GetAtt': [machineId, 'StateMachineRevisionId'] },
      },
      UpdateReplacePolicy: 'Retain',
    });
    const [alias] = Object.values(night.findResources('AWS::StepFunctions::StateMachineAlias'));
    expect(alias!.Properties).toMatchObject({
      Name: 'live',
      RoutingConfiguration: [{ StateMachineVersionArn: { Ref: versionId }, Weight: 100 }],
    });
    const starter = Object.values(night.findResources('AWS::Lambda::Function')).find((one) =>
      one.Properties.FunctionName.endsWith('start-night'),
    );
    expect(JSON.stringify(starter!.Properties.Environment.Variables.STATE_MACHINE_ARN)).toMatch(/-night:live"\]\]\}$/);
  });

  it('deploy the very definition that runs on a laptop, and a time after which AWS ends it', () => {
    const deployed = JSON.parse(machine!.Properties.DefinitionString);
    expect(deployed).toEqual({ ...JSON.parse(definition), TimeoutSeconds: LONGEST_NIGHT });
  });

  it('have a folder of code and a written role for every function', () => {
    for (const [task, size] of Object.entries({ ...TASKS, ...SCHEDULED, ...BESIDE })) {
      expect(existsSync(join(HOME, 'lambdas', size.folder, 'handler.ts')), size.folder).toBe(true);
      expect(TASK_GRANTS[task], task).toBeDefined();
    }
    expect(Object.keys(TASK_GRANTS).sort()).toEqual([TASKS, SCHEDULED, BESIDE].flatMap((some) => Object.keys(some)).sort());
  });

  it('stay within the size that Step Functions takes', () => {
    expect(Buffer.byteLength(machine!.Properties.DefinitionString)).toBeLessThan(1_048_576);
  });

  it('may call every function of the workflow, and no other', () => {
    const roles = Object.values(night.findResources('AWS::IAM::Role'));
    const role = roles.find((one) => String(one.Properties.Description).startsWith('What the workflow'));
    const [invoke] = role!.Properties.Policies[0].PolicyDocument.Statement;
    expect(invoke.Action).toBe('lambda:InvokeFunction');
    const named = JSON.stringify(invoke.Resource);
    for (const size of Object.values(TASKS)) expect(named).toContain(`function:scorecards-dev-europe-${size.folder}:*"`);
    expect(invoke.Resource).toHaveLength(Object.keys(TASKS).length);
  });

  it('keep what passes between states out of the log', () => {
    expect(machine!.Properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ALL' });
    expect(machine!.Properties.TracingConfiguration).toEqual({ Enabled: true });
  });
});
