/** Filled in by the build (scripts/form.mjs) from the form's schema and package.json. */

/** The keys that every report has at its top level, in the order of the form. */
declare const REPORT_KEYS: readonly string[];
/** The file names, with `*`, of reports. */
declare const REPORT_FILES: readonly string[];
/** The name of the schema's file. */
declare const SCHEMA_FILE: string;
