using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Diagnostics;

/// <summary>The catalogue of what Covet's generator reports. Ids are never used again.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        id: RuleIds.NotPartial,
        "The class is not partial",
        "'{0}' has to be partial: Covet writes the rest of it. Add the partial modifier.");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        id: RuleIds.ContainerNotPartial,
        "A type around the class is not partial",
        "'{0}' is nested in '{1}', which has to be partial: Covet writes the rest of '{0}' inside it. Add the partial modifier to '{1}', or move '{0}' out.");

    public static readonly DiagnosticDescriptor Shape = Error(
        id: RuleIds.Shape,
        "The class can't be a model or database",
        "'{0}' can't be a {1}: it is {2}. Make it an ordinary partial class that the whole assembly can see.");

    public static readonly DiagnosticDescriptor NoKey = Error(
        id: RuleIds.NoKey,
        "The model has no key",
        "'{0}' has no key: add a property named Id, or mark one or more properties with [Key]");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        id: RuleIds.UnsupportedType,
        "The property's type can't be a column",
        "'{0}.{1}' can't be a column: {2}");

    public static readonly DiagnosticDescriptor NotAModel = Error(
        id: RuleIds.NotAModel,
        "The relation leads to a type that is no model",
        "'{0}.{1}' is a relation to '{2}', which is not a [Model] class of this project. Mark '{2}' with [Model]; models that relate belong into one project.");

    public static readonly DiagnosticDescriptor ReverseCollision = Error(
        id: RuleIds.ReverseCollision,
        "Two relations have one reverse name",
        "'{0}.{1}' and '{2}' would both be '{3}.{4}'. Give one of them a name of its own, for example RelatedName = \"{5}\", or none with RelatedName = \"+\".");

    public static readonly DiagnosticDescriptor RelationNotPartial = Error(
        id: RuleIds.RelationNotPartial,
        "The property is not partial",
        "'{0}.{1}' has to be a partial property without a body: Covet implements it. Add the partial modifier.");

    public static readonly DiagnosticDescriptor RelationTypeUnknown = Error(
        id: RuleIds.RelationTypeUnknown,
        "The relation's type is not known",
        "The type of '{0}.{1}' is not known while Covet runs: a relation's type has to be written in this project's source, not by a generator");

    public static readonly DiagnosticDescriptor Through = Error(
        id: RuleIds.Through,
        "The model in between doesn't join the two sides",
        "'{0}.{1}' goes through '{2}', which has {3} foreign keys to '{4}' and needs exactly {5}");

    public static readonly DiagnosticDescriptor DuplicateColumn = Error(
        id: RuleIds.DuplicateColumn,
        "Two properties have one column",
        "'{0}.{1}' and '{0}.{2}' are both stored in the column '{3}'. Give one of them a name of its own with [Column(\"...\")].");

    public static readonly DiagnosticDescriptor DuplicateTable = Error(
        id: RuleIds.DuplicateTable,
        "Two models have one table",
        "'{0}' and '{1}' are both stored in the table '{2}'. Give one of them a name of its own with [Model(Table = \"...\")].");

    public static readonly DiagnosticDescriptor SetNullOnRequired = Error(
        id: RuleIds.SetNullOnRequired,
        "SetNull needs a nullable relation",
        "'{0}.{1}' is required, so OnDelete.SetNull can't set it to NULL. Make its type nullable ({2}?), or choose another OnDelete.");

    public static readonly DiagnosticDescriptor MemberCollision = Error(
        id: RuleIds.MemberCollision,
        "A generated member has the name of another one",
        "Covet writes '{0}.{1}' for {2}, but '{0}' has a member of that name already. Rename one of them.");

    public static readonly DiagnosticDescriptor Identifier = Error(
        id: RuleIds.Identifier,
        "The name can't be used",
        "{0} can't have the name '{1}': {2}");

    public static readonly DiagnosticDescriptor RelationShape = Error(
        id: RuleIds.RelationShape,
        "The relation property has the wrong form",
        "'{0}.{1}' {2}");

    public static readonly DiagnosticDescriptor UnknownMember = Error(
        id: RuleIds.UnknownMember,
        "The attribute names no member",
        "'{0}' names '{1}', which is {2}");

    public static readonly DiagnosticDescriptor BaseClass = Error(
        id: RuleIds.BaseClass,
        "The model's base class has what only a model can have",
        "'{0}' derives from '{1}', {2}");

    public static readonly DiagnosticDescriptor NotConstructible = Error(
        id: RuleIds.NotConstructible,
        "The model has no parameterless constructor",
        "'{0}' has no parameterless constructor, so no row can become one. Add one; it may be private.");

    public static readonly DiagnosticDescriptor KeyType = Error(
        id: RuleIds.KeyType,
        "The property can't be part of the key",
        "'{0}.{1}' can't be part of the key: {2}");

    public static readonly DiagnosticDescriptor ProjectionMember = Error(
        id: RuleIds.ProjectionMember,
        "Nothing fills the projection's member",
        "'{0}.{1}': {2}");

    public static readonly DiagnosticDescriptor ProjectionModel = Error(
        id: RuleIds.ProjectionModel,
        "The projection is of no model",
        "'{0}' is a projection of '{1}', which is not a [Model] class of this assembly. Name a model in [Projection<T>].");

    public static readonly DiagnosticDescriptor Role = Error(
        id: RuleIds.Role,
        "The property can't be filled by Covet",
        "'{0}.{1}' can't be the [{2}] of '{0}': {3}");

    public static readonly DiagnosticDescriptor Default = Error(
        id: RuleIds.Default,
        "The foreign key can't take this default",
        "'{0}.{1}' {2}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        id: RuleIds.LanguageVersion,
        "The language version is too old",
        "Covet writes C# 14, and this project is compiled as C# {0}, so nothing is generated. Remove LangVersion from the project file, or write <LangVersion>14</LangVersion>.");

    public static readonly DiagnosticDescriptor PluralCollision = Error(
        id: RuleIds.PluralCollision,
        "Two models have one plural",
        "'{0}' and '{1}' would both be '{2}.{3}'. Give one of them a plural of its own with [Model(Plural = \"{4}\")].");

    public static readonly DiagnosticDescriptor TypeCollision = Error(
        id: RuleIds.TypeCollision,
        "A generated type has the name of another one",
        "Covet writes the type '{1}' for '{0}', but there is one of that name already. Rename one of them{2}.");

    public static readonly DiagnosticDescriptor RequiredCycle = Warning(
        id: RuleIds.RequiredCycle,
        "Required relations go round in a circle",
        "{0}: each row needs one that is there already, so none can be the first. Make one of these relations nullable, for example '{1}'.");

    public static readonly DiagnosticDescriptor CascadeCycle = Warning(
        id: RuleIds.CascadeCycle,
        "Cascading deletes go round in a circle",
        "{0}: each delete cascades to the next, so deleting one row may delete all rows of these models. Give one of these relations another OnDelete, for example '{1}'.");

    public static readonly DiagnosticDescriptor Limit = Error(
        id: RuleIds.Limit,
        "The limit doesn't fit the column",
        "'{0}.{1}' {2}");

    public static readonly DiagnosticDescriptor ClockMismatch = Error(
        id: RuleIds.ClockMismatch,
        "The column keeps another kind of time than the property",
        "'{0}.{1}' is a {2}, and '{3}' keeps {4}: PostgreSQL would shift its values by the zone of each session. Make it a {5}, or change the column's type.");

    public static readonly DiagnosticDescriptor Failure = Error(
        id: RuleIds.Failure,
        "Covet failed",
        "Covet failed on '{0}': {1}. This is an error in Covet; the other models are not affected.");

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NotPartial,
        ContainerNotPartial,
        Shape,
        NoKey,
        UnsupportedType,
        NotAModel,
        ReverseCollision,
        RelationNotPartial,
        RelationTypeUnknown,
        Through,
        DuplicateColumn,
        DuplicateTable,
        SetNullOnRequired,
        MemberCollision,
        Identifier,
        RelationShape,
        UnknownMember,
        BaseClass,
        NotConstructible,
        KeyType,
        ProjectionMember,
        ProjectionModel,
        Role,
        Default,
        LanguageVersion,
        PluralCollision,
        TypeCollision,
        RequiredCycle,
        CascadeCycle,
        Limit,
        ClockMismatch,
        Failure,
    ];

    /// <summary>The rule of an id.</summary>
    public static DiagnosticDescriptor Find(string id) => All.First(rule => rule.Id == id);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Of models that work, but hardly as they are meant: a pragma switches it off.</summary>
    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, category: "Covet.Models", severity, isEnabledByDefault: true, helpLinkUri: $"docs/rules/{id}.md", customTags: tags);
}
