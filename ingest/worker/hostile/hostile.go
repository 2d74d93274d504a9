// Package hostile makes files that were built to do harm: bombs, loops, lies about
// sizes, names that climb out of folders, markup that calls home. They are made by code
// so that the project holds no dangerous files, and small: what they expand to is not.
//
// Tests feed them to the readers, which must end each in a result or in an error with a
// code, within its limits.
package hostile

// File is one hostile file.
type File struct {
	Name string // with the extension of what it pretends to be
	Data []byte
}

// Files makes all of them, a few megabytes in all.
func Files() []File {
	var all []File
	for _, part := range [][]File{archives(), pdfs(), markup(), mails(), texts(), pictures(), offices(), nested(), loops()} {
		all = append(all, part...)
	}
	return all
}
