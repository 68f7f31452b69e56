/** Set before anything else is imported. */
// Logs are for the cloud; a person at a terminal reads progress lines.
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';
// React renders a mail several times faster without its development checks.
process.env.NODE_ENV ??= 'production';
