package ui

import "net/http"

// route is a method and a path with the least role that may use it.
type route struct {
	method, path string
	role         Role
	handle       func(*Server, *request) error
}

const (
	get  = http.MethodGet
	post = http.MethodPost
)

// table is every route there is. A route without a rule is refused by New.
func table() []route {
	return []route{
		{get, "/", reader, (*Server).searchPage},
		{get, "/search.csv", custodian, (*Server).searchCSV},
		{post, "/hits", reviewer, (*Server).markHits},
		{post, "/saved", reviewer, (*Server).saveSearch},
		{post, "/saved/:id/delete", reviewer, (*Server).forgetSearch},
		{get, "/documents/:id", reader, (*Server).documentPage},
		{get, "/documents/:id/pages/:page", reader, (*Server).pageImage},
		{get, "/documents/:id/original", reader, (*Server).original},
		{get, "/documents/:id/compare", reader, (*Server).comparePage},
		{post, "/documents/:id/tags", reviewer, (*Server).setTags},
		{post, "/documents/:id/notes", reviewer, (*Server).addNote},
		{post, "/documents/:id/notes/:note/delete", reviewer, (*Server).removeNote},
		{get, "/claims", reader, (*Server).claimsPage},
		{get, "/claims.csv", custodian, (*Server).claimsCSV},
		{get, "/changes", reader, (*Server).changesPage},
		{get, "/check", reader, (*Server).checkPage},
		{post, "/check", reader, (*Server).checkText},
		{post, "/check/stream", reader, (*Server).checkStream},
		{get, "/timeline", reader, (*Server).timelinePage},
		{get, "/parties", reader, (*Server).partiesPage},
		{get, "/parties/:name", reader, (*Server).partyPage},
		{post, "/parties/:name/edit", reviewer, (*Server).editParty},
		{post, "/corrections/:id/delete", reviewer, (*Server).takeBack},
		{get, "/imports", reader, (*Server).importsPage},
		{get, "/imports/events", reader, (*Server).importEvents},
		{post, "/imports", custodian, (*Server).upload},
		{post, "/imports/:row/retry", custodian, (*Server).retry},
		{get, "/terms", reader, (*Server).termsPage},
		{post, "/terms", reader, (*Server).termsPage},
		{get, "/audit", custodian, (*Server).auditPage},
		{get, "/settings", reader, (*Server).settingsPage},
		{post, "/settings/users", admin, (*Server).addUser},
		{post, "/settings/users/:name/remove", admin, (*Server).removeUser},
		{post, "/settings/tokens", admin, (*Server).createToken},
		{post, "/settings/tokens/:id/revoke", admin, (*Server).revokeToken},
		{post, "/settings/password", reader, (*Server).changePassword},
		{post, "/preferences", public, (*Server).setPreference},
		{get, "/help", public, (*Server).helpPage},
		{get, "/signin", public, (*Server).signInPage},
		{post, "/signin", public, (*Server).signIn},
		{post, "/signout", public, (*Server).signOut},
		{get, "/opensearch.xml", public, (*Server).openSearch},
		{get, "/assets/:name", public, (*Server).asset},
		{get, "/favicon.ico", public, (*Server).favicon},
		{get, "/robots.txt", public, (*Server).robots},

		{get, "/api/v1/search", reader, (*Server).apiSearch},
		{get, "/api/v1/documents/:id", reader, (*Server).apiDocument},
		{post, "/api/v1/documents", custodian, (*Server).apiUpload},
		{get, "/api/v1/documents/:id/pages/:page", reader, (*Server).apiPage},
		{get, "/api/v1/terms", reader, (*Server).apiTerms},
		{post, "/api/v1/terms", reader, (*Server).apiTerms},
		{post, "/api/v1/check", reader, (*Server).apiCheck},
		{get, "/api/v1/claims", reader, (*Server).apiClaims},
		{get, "/api/v1/changes", reader, (*Server).apiChanges},
		{get, "/api/v1/parties", reader, (*Server).apiParties},
		{get, "/api/v1/parties/:name", reader, (*Server).apiParties},
		{post, "/api/v1/parties/:name", reviewer, (*Server).apiCorrectParty},
		{get, "/api/v1/corrections", reader, (*Server).apiCorrections},
		{post, "/api/v1/corrections/:id/delete", reviewer, (*Server).apiTakeBack},
		{get, "/api/v1/ledger", reader, (*Server).apiLedger},
		{get, "/api/v1/openapi.json", public, (*Server).apiOpenAPI},
	}
}
