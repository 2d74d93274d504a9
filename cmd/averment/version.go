package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"averment/index"
	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version, the schema versions and the build",
		Args:    cobra.NoArgs,
		Example: "  averment version --json",
		RunE:    func(*cobra.Command, []string) error { return a.version() },
	}
}

type versionAnswer struct {
	Version  int    `json:"version"`
	Program  string `json:"program"`
	Revision string `json:"revision"`
	Go       string `json:"go"`
	System   string `json:"system"`
	Store    int    `json:"store_format"`
	Index    int    `json:"index_schema"`
}

func (a *app) version() error {
	v := versionAnswer{Version: 1, Program: "devel", Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
		Store: store.FormatVersion, Index: index.SchemaVersion}
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "" && info.Main.Version != "(devel)" {
			v.Program = info.Main.Version
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				v.Revision = s.Value
			}
		}
	}
	if a.json {
		return a.printJSON(v)
	}
	fmt.Fprintf(a.out, "averment %s %s\nstore format %d, index schema %d\n%s, %s\n", v.Program, v.Revision, v.Store, v.Index, v.Go, v.System)
	return nil
}
