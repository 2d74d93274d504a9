package index

// SchemaVersion is the version of what is written into the indexes, for people.
const SchemaVersion = schema
