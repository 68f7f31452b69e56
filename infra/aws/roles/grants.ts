import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from '../nag.js';

/** One permission: exact actions on exact resources, and why. The reason also stands for any wildcard in a resource. */
export interface Grant {
  actions: readonly string[];
  on: readonly string[];
  because: string;
  conditions?: Record<string, Record<string, unknown>>;
}

/**
 * A role that may do what its grants say and nothing else, not even what a construct would add to it by itself.
 * Throws when an action holds a wildcard.
 */
export function roleOf(
  scope: Construct,
  id: string,
  given: { service: string; grants: readonly Grant[]; description: string },
): iam.IRole {
  const { service, grants, description } = given;
  for (const action of grants.flatMap((grant) => grant.actions))
    if (action.includes('*')) throw new Error(`infra/aws/roles: ${id} asks for ${action}; name the actions one by one`);
  const statements = grants.map(
    ({ actions, on, conditions }) =>
      new iam.PolicyStatement({ actions: [...actions], resources: [...on], ...(conditions ? { conditions } : {}) }),
  );
  const role = new iam.Role(scope, id, {
    // why not for Lambda: it names no source account when it takes the role of a function.
    assumedBy: new iam.ServicePrincipal(
      service,
      service.startsWith('lambda') ? {} : { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } } },
    ),
    description,
    inlinePolicies: { Grants: new iam.PolicyDocument({ statements, minimize: false }) },
  });
  for (const { on, because } of grants) for (const resource of on) acknowledgeWildcard(role, resource, because);
  return role.withoutPolicyUpdates();
}
