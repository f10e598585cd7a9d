package opendata

// Type is what the cells of a column hold. In CSV every cell is text; JSON gives each type its own form.
type Type string

// The types of a column. Of all of them but Boolean the empty cell is a gap; of a Boolean it is no.
const (
	Text    Type = "text"
	Number  Type = "number"  // exact, in decimal digits
	Integer Type = "integer" // a count, or a row
	Boolean Type = "boolean"
	Date    Type = "date" // 2023-04-21
	List    Type = "list" // several texts, parted by "; "
)

// types are the columns that are not text, by key; a key that means another thing in one dataset stands
// behind the dataset's id.
var types = map[string]Type{
	"value": Number, "reply_value": Number, "plan": Number, "percent": Number, "doi-chieu/published": Number, "computed": Number, "difference": Number,
	"low": Number, "high": Number,
	"row": Integer, "severity": Integer, "days": Integer, "chapters_known": Integer, "chapters": Integer, "units_reported": Integer, "units_of": Integer, "late_works": Integer,
	"old_value": Number, "new_value": Number,
	"open": Boolean, "all_units": Boolean, "reason_given": Boolean,
	"valid_from": Date, "valid_to": Date, "issued": Date, "due": Date, "date": Date, "reason_date": Date, "received": Date, "reply_received": Date,
	"checks": List, "aliases": List, "successors": List, "tables": List, "guides": List, "based_on": List, "resolutions": List,
	"states": List, "state_words": List, "also_at": List, "units": List, "unit_names": List, "to": List, "to_names": List,
	"documents": List, "explained_by": List, "covers": List, "fields": List, "places": List, "replies": List,
}

// typeOf returns the type of a column of a dataset.
func typeOf(dataset, key string) Type {
	for _, k := range []string{dataset + "/" + key, key} {
		if t, ok := types[k]; ok {
			return t
		}
	}
	return Text
}
