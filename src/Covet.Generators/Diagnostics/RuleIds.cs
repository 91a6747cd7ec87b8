namespace Covet.Generators.Diagnostics;

/// <summary>The ids of the rules, for what is checked without Roslyn.</summary>
internal static class RuleIds
{
    public const string NotPartial = "COV1001";

    public const string ContainerNotPartial = "COV1002";

    public const string Shape = "COV1003";

    public const string NoKey = "COV1004";

    public const string UnsupportedType = "COV1005";

    public const string NotAModel = "COV1006";

    public const string ReverseCollision = "COV1007";

    public const string RelationNotPartial = "COV1008";

    public const string RelationTypeUnknown = "COV1009";

    public const string Through = "COV1010";

    public const string DuplicateColumn = "COV1011";

    public const string DuplicateTable = "COV1012";

    public const string SetNullOnRequired = "COV1013";

    public const string MemberCollision = "COV1014";

    public const string Identifier = "COV1015";

    public const string RelationShape = "COV1016";

    public const string UnknownMember = "COV1017";

    public const string BaseClass = "COV1018";

    public const string NotConstructible = "COV1019";

    public const string KeyType = "COV1020";

    public const string ProjectionMember = "COV1021";

    public const string ProjectionModel = "COV1022";

    public const string Role = "COV1023";

    public const string Default = "COV1024";

    public const string LanguageVersion = "COV1025";

    public const string PluralCollision = "COV1026";

    public const string TypeCollision = "COV1027";

    public const string RequiredCycle = "COV1028";

    public const string CascadeCycle = "COV1029";

    public const string Limit = "COV1030";

    public const string ClockMismatch = "COV1031";

    public const string Failure = "COV1099";
}
