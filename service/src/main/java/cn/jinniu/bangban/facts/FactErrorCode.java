package cn.jinniu.bangban.facts;

/**
 * What can be wrong with a fact. The order is the contract's: where one value is wrong in two ways, the earlier code is
 * the one that is reported for it.
 */
public enum FactErrorCode {
    /** A required field is missing or null. */
    REQUIRED,
    /** Another JSON type than the field's. */
    WRONG_TYPE,
    /** A string that is no real date or month, a project code of another shape, a blank id, no Unicode text. */
    BAD_FORMAT,
    /** Not one of the words the field takes. */
    UNKNOWN_VALUE,
    /** A field that the contract does not have. */
    UNKNOWN_FIELD,
    /** A JSON object that names a field twice. */
    DUPLICATE_FIELD,
    /** An id used before in its list, or a second entry for a level and year. */
    DUPLICATE_ID,
    /** A number, year, date, month or length outside its bounds. */
    OUT_OF_RANGE,
    /** No such project, unit or SERVICE report. */
    UNKNOWN_REFERENCE,
    /** A unit of another kind than the field takes. */
    WRONG_UNIT_KIND,
    /** Two dates the wrong way round. */
    WRONG_ORDER,
    /** A field that must not be given beside the others. */
    NOT_ALLOWED
}
