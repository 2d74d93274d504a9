package format

import "strings"

// properAuthor is the author that an office file states, "" where that is the name of the
// program that wrote it or of nobody in particular.
func properAuthor(name string) string {
	low := strings.ToLower(strings.TrimSpace(name))
	switch low {
	case "unknown", "user", "windows user", "microsoft office user", "admin", "administrator", "author", "owner", "default", "none", "anonymous", "un-named", "unnamed":
		return ""
	}
	for _, program := range []string{"openpyxl", "python-docx", "python-pptx", "xlsxwriter", "apache poi", "phpspreadsheet", "phpword", "phpexcel", "docx4j", "aspose", "epplus",
		"excelize", "sheetjs", "libreoffice", "openoffice", "google docs", "google sheets", "pandoc", "crystal reports", "jasperreports", "sap business"} {
		if strings.HasPrefix(low, program) {
			return ""
		}
	}
	return name
}
