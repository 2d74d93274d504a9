package extract

// dateClass says which part of the grammar a word opens.
type dateClass uint8

const (
	dateNone        dateClass = iota
	dateMonth                 // January, Jan
	dateWeekday               // Tuesday, Tue
	dateDeictic               // last, next, this
	dateDay                   // today, yesterday
	dateCount                 // two (years ago), a (month later)
	dateSame                  // the (same day), that (same day)
	dateQuarterWord           // third (quarter), Q3
	dateSeason                // summer
	dateFiscal                // fiscal, FY2024
	dateUnit                  // hours (earlier), year (earlier), week (of)
	dateIn                    // from, between: the start of a range
	dateEnd                   // end (of the year), end-1987
	dateLatest                // latest (quarter), most (recent quarter)
	dateHoliday               // Christmas
)

var dateWords = map[string]dateClass{
	"last": dateDeictic, "next": dateDeictic, "this": dateDeictic, "coming": dateDeictic,
	"current": dateDeictic, "earlier": dateDeictic, "later": dateDeictic,
	"today": dateDay, "yesterday": dateDay, "tomorrow": dateDay, "tonight": dateDay,
	"a": dateCount, "an": dateCount, "one": dateCount, "two": dateCount, "three": dateCount,
	"four": dateCount, "five": dateCount, "six": dateCount, "seven": dateCount, "eight": dateCount,
	"nine": dateCount, "ten": dateCount, "eleven": dateCount, "twelve": dateCount,
	"thirteen": dateCount, "fourteen": dateCount, "fifteen": dateCount, "sixteen": dateCount, "seventeen": dateCount, "nineteen": dateCount,
	"eighteen": dateCount, "twenty": dateCount, "thirty": dateCount, "forty": dateCount, "fifty": dateCount, "sixty": dateCount,
	"seventy": dateCount, "eighty": dateCount, "ninety": dateCount, "several": dateCount,
	"new": dateHoliday, "martin": dateHoliday, "valentine": dateHoliday, "presidents": dateHoliday, "good": dateHoliday, "easter": dateHoliday,
	"mother": dateHoliday, "memorial": dateHoliday, "juneteenth": dateHoliday, "father": dateHoliday, "labor": dateHoliday, "columbus": dateHoliday,
	"halloween": dateHoliday, "veterans": dateHoliday, "thanksgiving": dateHoliday,
	"christmas": dateHoliday, "boxing": dateHoliday,
	"the": dateSame, "that": dateSame,
	"first": dateQuarterWord, "second": dateQuarterWord, "third": dateQuarterWord, "fourth": dateQuarterWord,
	"q1": dateQuarterWord, "q2": dateQuarterWord, "q3": dateQuarterWord, "q4": dateQuarterWord,
	"spring": dateSeason, "summer": dateSeason, "autumn": dateSeason, "fall": dateSeason, "winter": dateSeason,
	"fiscal": dateFiscal, "fy": dateFiscal, "calendar": dateFiscal,
	"hours": dateUnit, "minutes": dateUnit, "days": dateUnit, "weeks": dateUnit, "months": dateUnit,
	"years": dateUnit, "year": dateUnit, "week": dateUnit,
	"from": dateIn, "between": dateIn, "end": dateEnd, "latest": dateLatest, "same": dateLatest, "like": dateLatest, "most": dateLatest, "month": dateUnit, "quarter": dateUnit,

	"january": dateMonth, "february": dateMonth, "march": dateMonth, "april": dateMonth, "may": dateMonth,
	"june": dateMonth, "july": dateMonth, "august": dateMonth, "september": dateMonth,
	"october": dateMonth, "november": dateMonth, "december": dateMonth,
	"jan": dateMonth, "feb": dateMonth, "mar": dateMonth, "apr": dateMonth, "jun": dateMonth, "jul": dateMonth,
	"aug": dateMonth, "sep": dateMonth, "sept": dateMonth, "oct": dateMonth, "nov": dateMonth, "dec": dateMonth,
	"monday": dateWeekday, "tuesday": dateWeekday, "wednesday": dateWeekday, "thursday": dateWeekday,
	"friday": dateWeekday, "saturday": dateWeekday, "sunday": dateWeekday,
	"mon": dateWeekday, "tue": dateWeekday, "tues": dateWeekday, "wed": dateWeekday, "thu": dateWeekday,
	"thur": dateWeekday, "thurs": dateWeekday, "fri": dateWeekday, "sat": dateWeekday, "sun": dateWeekday,
}

var monthNames = [...]string{"", "january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"}

// monthOf reads a month's name; short says that it is an abbreviation.
func monthOf(w string) (month int, short bool) {
	if len(w) < 3 || dateWords[w] != dateMonth {
		return 0, false
	}
	for m := 1; m <= 12; m++ {
		if monthNames[m][:3] == w[:3] {
			return m, len(w) < len(monthNames[m])
		}
	}
	return 0, false
}

var weekdayNames = [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// weekdayOf reads a weekday's name, 0 for Sunday; short says that it is an abbreviation.
func weekdayOf(w string) (day int, short, ok bool) {
	if len(w) < 3 || dateWords[w] != dateWeekday {
		return 0, false, false
	}
	for d, n := range weekdayNames {
		if n[:3] == w[:3] {
			return d, len(w) < len(n), true
		}
	}
	return 0, false, false
}

var countWords = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
	"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
	"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var ordinalWords = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4}

var seasonCodes = map[string]string{"spring": "SP", "summer": "SU", "autumn": "AU", "fall": "AU", "winter": "WI"}

// dayParts stand behind a weekday or a deictic without moving the day.
var dayParts = map[string]bool{"night": true, "morning": true, "afternoon": true, "evening": true}
