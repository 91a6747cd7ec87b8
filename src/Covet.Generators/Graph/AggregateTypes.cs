using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>The types of what is asked of related rows, as the runtime's <c>RelatedRows</c> has them.</summary>
internal static class AggregateTypes
{
    /// <summary>The number of rows, where it is an int.</summary>
    public static readonly ColumnType Count = Plain("int", StoreKind.Int32, isNullable: false);

    /// <summary>Whether there are rows.</summary>
    public static readonly ColumnType Any = Plain("bool", StoreKind.Boolean, isNullable: false);

    /// <summary>The type of an aggregate of a column, NULL where there is no row; null where the column's type doesn't have the aggregate.</summary>
    public static ColumnType? Of(RelatedFunction function, ColumnType column) => function switch
    {
        RelatedFunction.Sum => Sum(column),
        RelatedFunction.Avg => Average(column),
        _ => HasOrder(column) ? column.AsReference(isNullable: true) : null,
    };

    private static ColumnType? Sum(ColumnType column) => column is not { Mapping: Mapping.Plain } ? null : column.Stored switch
    {
        StoreKind.Byte or StoreKind.Int16 or StoreKind.Int32 or StoreKind.Int64 => Plain("long", StoreKind.Int64),
        StoreKind.Decimal => Plain("decimal", StoreKind.Decimal),
        StoreKind.Double => Plain("double", StoreKind.Double),
        StoreKind.Single => Plain("float", StoreKind.Single),
        _ => null,
    };

    private static ColumnType? Average(ColumnType column) => column is not { Mapping: Mapping.Plain } ? null : column.Stored switch
    {
        StoreKind.Int32 or StoreKind.Int64 or StoreKind.Double => Plain("double", StoreKind.Double),
        StoreKind.Decimal => Plain("decimal", StoreKind.Decimal),
        _ => null,
    };

    /// <summary>PostgreSQL has no greatest boolean, nor bytea and uuid before version 18. Classes of the user's own have no nullable form in the runtime.</summary>
    private static bool HasOrder(ColumnType column) =>
        column.Mapping is not (Mapping.Json or Mapping.Array)
        && column.Stored is not (StoreKind.Boolean or StoreKind.Guid or StoreKind.Bytes)
        && (column.Clr.IsValueType || column.Mapping == Mapping.Plain);

    private static ColumnType Plain(string type, StoreKind kind, bool isNullable = true) =>
        new() { Clr = new TypeRef(type, IsValueType: true, isNullable), Mapping = Mapping.Plain, Stored = kind, StoredType = type };
}
