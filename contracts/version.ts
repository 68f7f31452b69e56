/** The version of this product, as package.json has it: a test holds both together. Runs and evidence packs say by which they were made. */
export const PRODUCT_VERSION = '0.1.0';
