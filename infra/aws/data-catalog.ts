/** The catalogue in which every account's Glue databases are, as Athena calls it. Its case counts where a query is found by its token. */
export const DATA_CATALOG = 'AwsDataCatalog';
