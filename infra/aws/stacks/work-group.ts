import type { Stack } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import type * as kms from 'aws-cdk-lib/aws-kms';

/** A work group whose queries keep to its place, its key and its bound, whatever a client asks for. */
export function workGroup(
  stack: Stack,
  id: string,
  given: { name: string; description: string; mostBytes: number; answers: string; key: kms.IKey },
): void {
  const { name, description, mostBytes, answers, key } = given;
  new athena.CfnWorkGroup(stack, id, {
    ...{ name, description },
    recursiveDeleteOption: true,
    workGroupConfiguration: {
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: mostBytes,
      resultConfiguration: {
        outputLocation: answers,
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
      },
    },
  });
}
