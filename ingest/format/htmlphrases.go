package format

import (
	"regexp"
	"strings"
)

// foreignNavWords are menu entries of pages in German, French, Spanish, Portuguese, Italian
// and Dutch that are no words of an English article by themselves.
const foreignNavWords = `startseite|aktuelles|lokales|regionales|wirtschaft|politik|kultur|wissen|wetter|anzeigen|anmelden|abmelden|registrieren|abo|abonnieren|abonnement|e-paper lesen|impressum|datenschutz|datenschutzerklärung|kontakt|suche|suchen|agb|nutzungsbedingungen|cookie-einstellungen|karriere|stellenmarkt|über uns|hilfe|mediathek|newsletter abonnieren|merken|drucken|nach oben|menü|schließen|
accueil|à la une|économie|société|culture|météo|se connecter|connexion|s'abonner|je m'abonne|s'inscrire|mentions légales|politique de confidentialité|qui sommes-nous|nous contacter|annonces légales|annonces|rechercher|recherche|gestion des cookies|imprimer|
portada|inicio|deportes|economía|sociedad|cultura|opinión|internacional|nacional|local|sucesos|aviso legal|política de privacidad|política de cookies|contacto|quiénes somos|iniciar sesión|suscríbete|suscribirse|regístrate|buscar|hemeroteca|
início|esportes|política|economia|cidades|fale conosco|assine|entrar|quem somos|cronaca|politica|cultura|spettacoli|accedi|abbonati|chi siamo|contatti|cerca|voorpagina|binnenland|buitenland|economie|inloggen|abonneren|zoeken|colofon`

// The words by which pages in other languages than English head their links to other
// pages; German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, in this
// order. The lists of phrases.go hold the English ones.
var (
	foreignOpener = regexp.MustCompile(`(?i)^\W*(?:` + strings.Join([]string{
		`(?:das )?(?:könnte|dürfte) (?:sie|dich|euch|ihnen|dir)(?: auch)? (?:interessieren|gefallen)`, `das könnte (?:sie|dich|euch) auch\b`, `(?:auch|ebenfalls|außerdem) interessant`, `(?:ähnliche|verwandte|weitere|mehr|neueste|aktuelle|passende|empfohlene|beliebte|die neuesten|andere) (?:artikel|beiträge|themen|meldungen|nachrichten|news|links|infos|informationen|inhalte|videos|storys|texte|kommentare|pressemitteilungen)\b`, `meist ?-?(?:gelesen|diskutiert|geklickt|kommentiert)`, `mehr (?:zum thema|dazu|von|aus|zu diesem thema|lesen)\b`, `zum (?:thema|weiterlesen|newsletter)`, `schon gelesen`, `lesen sie (?:auch|hier|weiter|mehr|jetzt)`, `lies auch`, `(?:die )?redaktion empfiehlt`, `(?:unsere )?(?:lese)?empfehlungen?\b`, `inhaltsverzeichnis$`, `schlagwort(?:e|worte|wörter)`, `stichworte`, `teilen(?: mit)?\W*$`, `(?:artikel|beitrag|seite) teilen`, `teilen sie (?:dies|den|diesen)`, `kommentare?(?: schreiben)?$`, `(?:keine|\d+) (?:kommentare?|antworten)\b`, `hinterlassen? (?:sie|eine?n?) `, `schreibe? einen kommentar`, `quellenangaben\W*$`, `wird geladen`, `bewerten\W*$`, `gefällt mir\W*$`,
		`(?:à|a) lire (?:aussi|également|ensuite)`, `lire aussi`, `sur le même sujet`, `(?:articles?|sujets?) (?:liés|similaires|associés|recommandés)`, `vous (?:aimerez|pourriez aimer)`, `les plus lus`, `voir aussi`, `partager`, `mots[- ]clés`, `plus d['’]articles`, `commentaires?$`,
		`(?:le|te) puede interesar`, `(?:también|además) (?:te|le) puede interesar`, `lea? (?:también|más|además)`, `leer (?:también|más)`, `(?:notas|noticias|artículos|temas|contenidos?) (?:relacionad[oa]s?|recomendad[oa]s?)`, `más (?:noticias|leídas?|leídos|sobre|información|notas|en)\b`, `te recomendamos`, `lo más (?:leído|visto)`, `mira también`, `ver (?:más|también)`, `compartir`, `(?:s[ií]guenos|síganos|seguinos) en\b`, `escucha esta nota`, `dejá tu comentario`, `etiquetas`, `temas$`,
		`(?:leia|veja|saiba|confira) (?:também|mais|ainda)`, `notícias relacionadas`, `mais (?:lidas|notícias|sobre)`, `compartilhe?`, `assuntos$`,
		`leggi anche`, `potrebbe interessarti`, `(?:articoli|notizie) correlat[ei]`, `condividi`, `ti potrebbe`,
		`lees (?:ook|meer)`, `meer (?:over|nieuws|lezen)`, `gerelateerde? `, `deel (?:dit|via)`, `reageer`,
		`czytaj (?:też|także|również|więcej)`, `zobacz (?:też|także|również|więcej)`, `przeczytaj (?:też|także|również|więcej)`, `(?:podobne|powiązane|polecane) (?:artykuły|tematy)`, `udostępnij`, `komentarze$`, `dowiedz się więcej`, `tagi$`,
		`läs (?:också|även|mer)`, `relatera(?:t|de)`, `dela (?:artikeln|på)`,
	}, "|") + `)`)
	// foreignRelated begins a line that is one link to another page.
	foreignRelated = regexp.MustCompile(`(?i)^\W*(?:lesen sie (?:auch|hier|mehr|dazu)|lesetipp|lies auch|mehr (?:dazu|zum thema)|siehe auch|auch interessant|hier (?:geht|gehts) es|zum (?:artikel|beitrag|video)|weiterlesen|weiter(?: zu)?|à lire|lire aussi|voir aussi|le puede interesar|lea también|lee también|leer más|te puede interesar|mira también|vea también|ver más|leia também|veja também|saiba mais|leggi anche|lees ook|czytaj|zobacz|przeczytaj|läs också|läs även|lue myös)\b`)
	// foreignPromo speaks to the reader about the page itself.
	foreignPromo = regexp.MustCompile(`(?i)^\W*(?:(?:jetzt |hier |kostenlos )?(?:zum )?newsletter (?:an|abonn|best)|abonnieren? (?:sie )?(?:jetzt |hier |unseren |den )|(?:benachrichtigung(?:en)?|push-?nachrichten) aktivieren|(?:gefällt|gefallen) (?:dir|ihnen|euch) (?:unser|dieser|der)|(?:hat )?(?:dir|ihnen|euch)? ?(?:der |dieser )?(?:artikel|beitrag) gefallen|unterstütze[n]? (?:sie )?(?:uns|unsere)|klicken sie (?:auf|hier)|bitte (?:aktivieren|loggen|melden) sie|um (?:den|diesen) (?:artikel|inhalt|beitrag|tipp)\b.{0,60}(?:lesen|laden|kommentieren)|hier können sie den artikel|alle angaben ohne gewähr|anzeige\b|externer inhalt|pour (?:lire la suite|accéder)|abonnez-vous|inscri(?:vez-vous|ption à)|(?:suscr[ií]bete|suscríbase)|s[ií]g(?:uenos|anos) en|recibe (?:las|nuestr)|assine\b|inscreva-se|iscriviti|abbonati|schrijf je in|meld je aan|zapisz się|zapraszamy (?:też )?do|subskryb|prenumerera)`)
)
