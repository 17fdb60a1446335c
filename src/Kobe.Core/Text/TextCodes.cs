namespace Kobe.Core.Text;

/// <summary>Codes of the diagnostics about text, YAML and single values: <c>KOBE10xx</c>.</summary>
/// <remarks>A code never changes its meaning, and one that goes out of use is not used again.</remarks>
public static class TextCodes
{
    /// <summary>A byte that is not UTF-8, or a file in UTF-16 or UTF-32.</summary>
    public const string NotUtf8 = "KOBE1001";

    /// <summary>The text is not YAML; nothing behind this place was read.</summary>
    public const string Syntax = "KOBE1002";

    /// <summary>A key that is not known here.</summary>
    public const string UnknownKey = "KOBE1003";

    /// <summary>A NUL or another control character, or half a surrogate pair.</summary>
    public const string ForbiddenCharacter = "KOBE1004";

    /// <summary>A file over <see cref="YamlLimits.FileBytesMax"/>.</summary>
    public const string FileTooLarge = "KOBE1005";

    /// <summary>Nesting deeper than <see cref="YamlLimits.DepthMax"/>.</summary>
    public const string TooDeep = "KOBE1006";

    /// <summary>A key or value over <see cref="YamlLimits.ScalarBytesMax"/>.</summary>
    public const string ScalarTooLong = "KOBE1007";

    /// <summary>An anchor, <c>&amp;name</c>.</summary>
    public const string Anchor = "KOBE1008";

    /// <summary>An alias, <c>*name</c>.</summary>
    public const string Alias = "KOBE1009";

    /// <summary>A tag, <c>!name</c>.</summary>
    public const string Tag = "KOBE1010";

    /// <summary>A second document in one file.</summary>
    public const string SecondDocument = "KOBE1011";

    /// <summary>A key that stands twice in one mapping.</summary>
    public const string DuplicateKey = "KOBE1012";

    /// <summary>The merge key, <c>&lt;&lt;</c>.</summary>
    public const string MergeKey = "KOBE1013";

    /// <summary>A key that is empty, a list or a mapping, or holds a variable.</summary>
    public const string BadKey = "KOBE1014";

    /// <summary>A directive, <c>%YAML</c> or <c>%TAG</c>.</summary>
    public const string Directive = "KOBE1015";

    /// <summary><c>${NAME}</c> without a default, and the environment doesn't have NAME.</summary>
    public const string VariableUnset = "KOBE1020";

    /// <summary>A <c>${</c> that is neither <c>${NAME}</c> nor <c>${NAME:-default}</c>.</summary>
    public const string VariableMalformed = "KOBE1021";

    /// <summary>A variable that by its name holds a secret.</summary>
    public const string VariableSecret = "KOBE1022";

    /// <summary>A required key is missing.</summary>
    public const string MissingKey = "KOBE1030";

    /// <summary>A key without a value.</summary>
    public const string MissingValue = "KOBE1031";

    /// <summary>A list, mapping or single value where another of these belongs.</summary>
    public const string WrongKind = "KOBE1032";

    /// <summary>Neither <c>true</c> nor <c>false</c>.</summary>
    public const string BadBoolean = "KOBE1033";

    /// <summary>Not a whole number.</summary>
    public const string BadInteger = "KOBE1034";

    /// <summary>A number or duration outside its range.</summary>
    public const string OutOfRange = "KOBE1035";

    /// <summary>Not a time of day as <c>HH:mm</c>.</summary>
    public const string BadTime = "KOBE1036";

    /// <summary>Not a day as <c>yyyy-MM-dd</c>, or one that doesn't exist.</summary>
    public const string BadDate = "KOBE1037";

    /// <summary>Not a duration such as <c>1h30m</c>.</summary>
    public const string BadDuration = "KOBE1038";

    /// <summary>Not one of the names that are possible here.</summary>
    public const string UnknownName = "KOBE1039";

    /// <summary>A list without items.</summary>
    public const string EmptyList = "KOBE1040";

    /// <summary>A list with more items than allowed.</summary>
    public const string TooManyItems = "KOBE1041";
}
