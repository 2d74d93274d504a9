package format

import (
	"strings"
)

// monthTable gives the names of the months in the languages that news pages are most often
// written in, as whole words in lower case; forms of the genitive and usual abbreviations
// included.
var monthTable = [12]string{
	"jan january januar jänner jän janvier janv enero ene janeiro gennaio gen januari januára stycznia sty ledna января янв січня ocak tammikuuta ianuarie ιανουαρίου",
	"feb february februar feber février févr fév febrero fevereiro fev febbraio februari februára lutego lut února февраля фев лютого şubat helmikuuta februarie φεβρουαρίου",
	"mar march märz mrz mär maerz mars marzo março maart mrt marca března марта мар березня mart maaliskuuta martie μαρτίου",
	"apr april avril avr abril abr aprile apríla kwietnia kwi dubna апреля апр квітня nisan huhtikuuta aprilie απριλίου",
	"may mai mayo maio maggio mag mei maj mája maja května мая травня mayıs toukokuuta μαΐου",
	"jun june juni juin junio junho jun giugno giu júna czerwca cze června июня июн червня haziran kesäkuuta iunie ιουνίου",
	"jul july juli juillet juil julio julho luglio lug júla lipca lip července июля июл липня temmuz heinäkuuta iulie ιουλίου",
	"aug august août aout agosto ago augusti augustus augusta sierpnia sie srpna августа авг серпня ağustos elokuuta αυγούστου",
	"sep sept september septembre septiembre setiembre setembro set settembre septembra września wrz září сентября сен сент вересня eylül syyskuuta septembrie σεπτεμβρίου",
	"oct october oktober okt octobre octubre outubro out ottobre ott októbra października paź října октября окт жовтня ekim lokakuuta octombrie οκτωβρίου",
	"nov november novembre noviembre novembro novembra listopada lis listopadu ноября ноя листопада kasım marraskuuta noiembrie νοεμβρίου",
	"dec december dezember dez décembre déc decembre diciembre dic dezembro dicembre desember des decembra grudnia gru prosince декабря дек грудня aralık joulukuuta decembrie δεκεμβρίου",
}

var monthByName = monthNumbers()

func monthNumbers() map[string]int {
	out := map[string]int{}
	for i, names := range monthTable {
		for _, name := range strings.Fields(names) {
			out[name] = i + 1
		}
	}
	return out
}

// monthNumber gives the month of a name in any of the languages known, 0 for none.
func monthNumber(name string) int {
	return monthByName[strings.ToLower(strings.TrimRight(name, "."))]
}
