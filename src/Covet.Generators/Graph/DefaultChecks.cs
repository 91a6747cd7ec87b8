using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>Whether the default of a foreign key is a value of its column, which <c>OnDelete.SetDefault</c> needs and nothing else.</summary>
internal static class DefaultChecks
{
    /// <summary>What is wrong with it; null for nothing.</summary>
    public static string? Flaw(RelationSpec relation, IReadOnlyList<ColumnNode> columns)
    {
        if (relation.OnDelete != OnDeleteAction.SetDefault)
            return relation.Default is null ? null : "has a Default, which only OnDelete.SetDefault sets. Leave it out, or say OnDelete = OnDelete.SetDefault";
        if (relation.Default is not { } value)
        {
            return relation.Type.IsNullable
                ? null
                : "is required, so OnDelete.SetDefault needs to know the key that it sets. Name it by Default = ..., or make its type nullable: then it becomes NULL";
        }

        if (columns.Count > 1)
            return "refers to a key of several columns, which one Default can't be. Make its type nullable and leave Default out: then it becomes NULL";
        return Fits(value, columns[0].Type) ? null : $"has a Default that is no key of '{SimpleName(relation.Target)}': a whole number, a text or a Guid as text, as the key is stored";
    }

    private static bool Fits(DefaultSpec value, ColumnType type) => (value.Kind, type.Mapping, type.Stored) switch
    {
        (DefaultKind.Number, Mapping.Plain or Mapping.EnumNumber, >= StoreKind.SByte and <= StoreKind.UInt64) => true,
        (DefaultKind.Text, Mapping.Plain, StoreKind.Guid) => Guid.TryParse(value.Value, out _),
        (DefaultKind.Text, Mapping.Plain, StoreKind.String) => !value.Value.Any(char.IsSurrogate),
        _ => false,
    };

    private static string SimpleName(string metadataName) => metadataName.Substring(metadataName.LastIndexOfAny(['.', '+']) + 1);
}
