package format

import (
	"strings"

	"averment/evidence"
)

// unread says in plain words what files are that have no reader, and what to do. The keys
// are media types, or the part before the slash.
var unread = map[string]string{
	"application/msword":                            "a Word document of the old binary format (.doc): save it as .docx or PDF and add that",
	"application/vnd.ms-excel":                      "an Excel workbook of the old binary format (.xls): save it as .xlsx or PDF and add that",
	"application/vnd.ms-powerpoint":                 "a PowerPoint presentation of the old binary format (.ppt): save it as .pptx or PDF and add that",
	MediaOLE:                                        "a compound file of an old Office program or a like one: save it in a present format or as PDF and add that",
	"application/x-7z-compressed":                   "a 7z archive: unpack it and add the folder",
	"application/vnd.rar":                           "a RAR archive: unpack it and add the folder",
	"application/x-rar-compressed":                  "a RAR archive: unpack it and add the folder",
	"application/x-xz":                              "a file compressed with xz: unpack it and add what was in it",
	"application/zstd":                              "a file compressed with zstd: unpack it and add what was in it",
	"application/lzip":                              "a file compressed with lzip: unpack it and add what was in it",
	"application/x-lzip":                            "a file compressed with lzip: unpack it and add what was in it",
	"application/vnd.ms-outlook-pst":                "an Outlook data file (.pst): export its messages as .eml, .mbox or .msg and add those",
	"application/vnd.ms-cab-compressed":             "a CAB archive: unpack it and add the folder",
	"application/x-iso9660-image":                   "an image of a disc: open it and add the folder",
	"application/epub+zip":                          "an electronic book: save it as PDF and add that",
	"application/postscript":                        "a PostScript file: turn it into PDF and add that",
	"audio":                                         "a sound recording: add its transcript",
	"video":                                         "a film: add its transcript",
	"image":                                         "a picture of a kind that is not drawn: save it as PNG or PDF and add that",
	"application/x-executable":                      "a program",
	"application/x-elf":                             "a program",
	"application/vnd.microsoft.portable-executable": "a program",
}

// unsupported is the refusal of a file that has no reader.
func unsupported(media string) error {
	group, _, _ := strings.Cut(media, "/")
	for _, key := range []string{media, group} {
		if words := unread[key]; words != "" {
			return fail(evidence.Unsupported, "%s (%s)", words, media)
		}
	}
	return fail(evidence.Unsupported, "no reader for %s: if a program can save it as PDF or text, add that", media)
}

// oldOffice tells the formats of Office before 2007 by the stream that each must have
// ([MS-DOC] 2.1.1, [MS-XLS] 2.1.2, [MS-PPT] 2.1.2).
var oldOffice = map[string]string{
	"WordDocument":        "application/msword",
	"Workbook":            "application/vnd.ms-excel",
	"Book":                "application/vnd.ms-excel",
	"PowerPoint Document": "application/vnd.ms-powerpoint",
}
