package extract

// amountClass says what an amount may begin with.
type amountClass uint8

const (
	_              amountClass = iota
	amountNumber               // two, half
	amountFraction             // half, a quarter
	amountCode                 // USD, Rs
	amountPlural               // millions of
	amountUnknown              // unspecified damages
)

// unspecified is the bound of a sum that the text leaves open.
const unspecified = "unspecified"

var amountWords = map[string]amountClass{
	"a": amountFraction, "half": amountFraction, "one": amountNumber, "two": amountNumber, "three": amountNumber,
	"four": amountNumber, "five": amountNumber, "six": amountNumber, "seven": amountNumber, "eight": amountNumber,
	"nine": amountNumber, "ten": amountNumber, "eleven": amountNumber, "twelve": amountNumber,
	"thirteen": amountNumber, "fourteen": amountNumber, "fifteen": amountNumber, "sixteen": amountNumber,
	"seventeen": amountNumber, "eighteen": amountNumber, "nineteen": amountNumber, "twenty": amountNumber,
	"thirty": amountNumber, "forty": amountNumber, "fifty": amountNumber, "sixty": amountNumber,
	"seventy": amountNumber, "eighty": amountNumber, "ninety": amountNumber,
	"usd": amountCode, "eur": amountCode, "gbp": amountCode, "jpy": amountCode, "chf": amountCode,
	"cad": amountCode, "aud": amountCode, "inr": amountCode, "cny": amountCode, "rs": amountCode,
	"sek": amountCode, "nok": amountCode, "dkk": amountCode, "zar": amountCode, "brl": amountCode,
	"krw": amountCode, "sgd": amountCode, "hkd": amountCode, "nzd": amountCode, "mxn": amountCode, "stg": amountCode,
	"millions": amountPlural, "billions": amountPlural, "thousands": amountPlural, "hundreds": amountPlural,
	"dozens": amountPlural, "trillions": amountPlural,
	"unspecified": amountUnknown, "undisclosed": amountUnknown, "undetermined": amountUnknown,
}

var currencySigns = map[string]string{"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW",
	"₦": "NGN", "₽": "RUB", "₪": "ILS", "₺": "TRY", "₱": "PHP", "฿": "THB"}

var currencyCodes = map[string]string{"usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "chf": "CHF",
	"cad": "CAD", "aud": "AUD", "inr": "INR", "cny": "CNY", "rs": "INR", "sek": "SEK", "nok": "NOK", "dkk": "DKK",
	"zar": "ZAR", "brl": "BRL", "krw": "KRW", "sgd": "SGD", "hkd": "HKD", "nzd": "NZD", "mxn": "MXN", "stg": "GBP"}

var dollarPrefixes = map[string]string{"us": "USD", "u.s.": "USD", "a": "AUD", "c": "CAD", "hk": "HKD", "nz": "NZD",
	"s": "SGD", "nt": "TWD", "canadian": "CAD", "australian": "AUD", "hong": "HKD", "new": "NZD", "singapore": "SGD", "american": "USD"}

// currencyNames are currency words as they stand behind a number, wire style included.
var currencyNames = map[string]string{"dollars": "USD", "dollar": "USD", "dlrs": "USD", "dlr": "USD", "bucks": "USD",
	"cents": "USD", "cts": "USD", "ct": "USD", "pounds": "GBP", "pound": "GBP", "quid": "GBP", "stg": "GBP", "sterling": "GBP", "pence": "GBP",
	"euros": "EUR", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "won": "KRW",
	"rubles": "RUB", "roubles": "RUB", "marks": "DEM", "mark": "DEM", "lire": "ITL", "guilders": "NLG",
	"crowns": "SEK", "kronor": "SEK", "kroner": "DKK", "naira": "NGN", "rand": "ZAR", "shekels": "ILS", "baht": "THB", "ringgit": "MYR", "zlotys": "PLN",
	"reais": "BRL", "cruzados": "BRC", "riyals": "SAR", "dirhams": "AED"}

// nationalCurrencies are currency names that several countries share, by the country's word.
var nationalCurrencies = map[string]map[string]string{
	"francs":    {"swiss": "CHF", "french": "FRF", "belgian": "BEF", "cfa": "XOF"},
	"crowns":    {"swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "icelandic": "ISK"},
	"kronor":    {"swedish": "SEK"},
	"kroner":    {"norwegian": "NOK", "danish": "DKK"},
	"pesos":     {"mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "chilean": "CLP", "colombian": "COP"},
	"pounds":    {"british": "GBP", "egyptian": "EGP", "lebanese": "LBP", "sudanese": "SDG", "syrian": "SYP"},
	"rupees":    {"indian": "INR", "pakistani": "PKR", "lankan": "LKR", "nepalese": "NPR"},
	"dinars":    {"kuwaiti": "KWD", "jordanian": "JOD", "iraqi": "IQD", "serbian": "RSD"},
	"shillings": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS"},
	"lira":      {"turkish": "TRY"},
}

var centWords = map[string]bool{"cents": true, "cts": true, "ct": true, "pence": true}

var scaleWords = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"mln": 1e6, "bln": 1e9, "trln": 1e12, "bn": 1e9, "m": 1e6, "tn": 1e12, "k": 1e3, "mn": 1e6, "mm": 1e6, "b": 1e9,
	"crore": 1e7, "lakh": 1e5, "dozen": 12}

var pluralScales = map[string]float64{"millions": 1e6, "billions": 1e9, "thousands": 1e3, "hundreds": 1e2,
	"dozens": 12, "trillions": 1e12, "tens": 10}

// perWords give the normal form of what an amount is counted by.
var perWords = map[string]string{"user": "person", "users": "person", "person": "person", "people": "person",
	"customer": "person", "member": "person", "subscriber": "person", "head": "person", "capita": "person",
	"individual": "person", "consumer": "person", "plaintiff": "person", "claimant": "person", "employee": "person",
	"passenger": "person", "worker": "person", "victim": "person", "class": "person", "account": "account"}

// perNouns may stand behind "a" or "an" as a rate: "5 dollars a share".
var perNouns = map[string]bool{"share": true, "year": true, "month": true, "week": true, "day": true, "hour": true,
	"barrel": true, "ton": true, "tonne": true, "pound": true, "ounce": true, "gallon": true, "minute": true,
	"lb": true, "kg": true, "litre": true, "liter": true, "mile": true, "acre": true, "head": true, "person": true, "piece": true, "unit": true, "bushel": true, "night": true, "user": true, "customer": true, "member": true}
