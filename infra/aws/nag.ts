import { createRequire } from 'node:module';
import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const { flattenCfnReference } = createRequire(import.meta.url)('cdk-nag/lib/utils/flatten-cfn-reference.js') as {
  flattenCfnReference(reference: unknown): string;
};

/**
 * Accepts one cdk-nag finding on a construct, with the reason. why not `Validations.acknowledge`: it refuses ids that hold an ARN,
 * such as AwsSolutions-IAM5[Resource::arn:...]; this writes the metadata that it would write.
 */
export function acknowledge(on: IConstruct, id: string, because: string): void {
  on.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { [id]: because });
}

/** Accepts that an IAM statement names a resource with a wildcard; the reason belongs to that resource alone. */
export function acknowledgeWildcard(on: IConstruct, resource: string, because: string): void {
  const flat = flattenCfnReference(Stack.of(on).resolve(resource));
  if (flat.includes('*')) acknowledge(on, `AwsSolutions-IAM5[Resource::${flat}]`, because);
}
