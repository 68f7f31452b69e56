import {
  AlreadyExistsException,
  CreatePartitionCommand,
  EntityNotFoundException,
  GetTableCommand,
  type GlueClient,
  UpdatePartitionCommand,
} from '@aws-sdk/client-glue';
import type { Catalog } from '../../../lambdas/shared/catalog.js';

/** The tables of one Glue database. Columns are the deployment's (infra/aws/stacks/glue-tables.ts); here partitions get their places. */
export class GlueCatalog implements Catalog {
  /** `address` answers the s3:// address of a key prefix. */
  constructor(
    private readonly glue: GlueClient,
    private readonly database: string,
    private readonly address: (prefix: string) => string,
  ) {}

  /** The one partition of this value holds what lies below the prefix, and nothing else; made or moved as needed. */
  async point(table: string, value: string, prefix: string): Promise<void> {
    const at = { DatabaseName: this.database, TableName: table };
    const PartitionInput = {
      Values: [value],
      StorageDescriptor: { ...(await this.storageOf(table)), Location: this.address(prefix) },
    };
    try {
      await this.glue.send(new CreatePartitionCommand({ ...at, PartitionInput }));
    } catch (error) {
      if (!(error instanceof AlreadyExistsException)) throw error;
      await this.glue.send(new UpdatePartitionCommand({ ...at, PartitionValueList: [value], PartitionInput }));
    }
  }

  /** why from the table: a partition without columns and format of its own is read as nothing at all. */
  private async storageOf(table: string) {
    try {
      const { Table } = await this.glue.send(new GetTableCommand({ DatabaseName: this.database, Name: table }));
      return Table?.StorageDescriptor;
    } catch (error) {
      if (!(error instanceof EntityNotFoundException)) throw error;
      throw new Error(`${this.database}.${table}: there is no such table; deploy again, so that every dataset has one`);
    }
  }
}
