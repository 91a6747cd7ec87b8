using Covet.Generators.Model;

namespace Covet.Generators.Emit;

/// <summary>
/// The C# that moves a value between a property and its column. Rows and parameters know fewer types than columns, so small numbers travel in larger ones.
/// </summary>
internal static class ColumnCode
{
    private const string Check = "global::Covet.Infrastructure.ValueCheck";

    /// <summary>The type in which rows and parameters carry a kind.</summary>
    public static string Carrier(StoreKind kind) => kind switch
    {
        StoreKind.Boolean => "bool",
        StoreKind.SByte or StoreKind.Byte or StoreKind.Int16 => "short",
        StoreKind.UInt16 or StoreKind.Int32 => "int",
        StoreKind.UInt32 or StoreKind.Int64 or StoreKind.UInt64 => "long",
        StoreKind.Single => "float",
        StoreKind.Double => "double",
        StoreKind.Decimal => "decimal",
        StoreKind.String or StoreKind.Char => "string",
        StoreKind.Bytes => "byte[]",
        StoreKind.RowVersion => "uint",
        _ => $"global::System.{kind}",
    };

    /// <summary>Reads a column's value from <c>row</c>. JSON is read by its mapping.</summary>
    public static string Read(ColumnType type, string ordinal, string? mapping) =>
        mapping is not null ? $"{mapping}.Read(ref row, {ordinal})"
        : type.IsNullable ? $"row.IsNull({ordinal}) ? null : {ReadValue(type, ordinal)}"
        : ReadValue(type, ordinal);

    /// <summary>Reads a column of a key as it is stored.</summary>
    public static string ReadStored(StoreKind kind, string ordinal) => $"row.{Getter(kind)}({ordinal})";

    /// <summary>The stored form of a value that isn't null.</summary>
    /// <param name="type">The column's type.</param>
    /// <param name="value">The value.</param>
    /// <param name="name">The parameter's name, for messages.</param>
    public static string Store(ColumnType type, string value, string name = "null") => type.Mapping switch
    {
        Mapping.EnumText => $"global::Covet.Infrastructure.EnumText.Of({name}, {value})",
        Mapping.EnumNumber when type.Stored == StoreKind.UInt64 => Carry(type.Stored, $"(ulong){value}", name),
        Mapping.EnumNumber => $"({Carrier(type.Stored)}){value}",
        Mapping.Converter => Carry(type.Stored, $"{type.Converter}.ToStored({value})", name),
        _ => Carry(type.Stored, value, name),
    };

    /// <summary>Binds a property's value as a parameter, whose name is an expression. JSON is bound by its mapping.</summary>
    public static string Bind(string name, ColumnType type, string value, string? mapping, int ordinal)
    {
        if (mapping is not null)
            return $"{mapping}.Bind(binder, {name}, {value});";
        if (type is { IsNullable: false, Clr.IsValueType: false })
            value = $"{Check}.Present({name}, {value})";
        if (type.Mapping == Mapping.Array)
            return $"binder.Add({name}, {Limited(type, value, name)});";
        if (type.Stored == StoreKind.RowVersion)
            return $"binder.AddRowVersion({name}, {value});";
        if (!type.IsNullable)
            return $"binder.Add({name}, {Limited(type, Store(type, value, name), name)});";
        if (type is { Mapping: Mapping.Plain, Precision: null } && Carry(type.Stored, value, name) == value)
            return $"binder.Add({name}, {Limited(type, value, name)});";
        return $$"""
            if ({{value}} is { } value{{ordinal}})
                binder.Add({{name}}, {{Limited(type, Store(type, $"value{ordinal}", name), name)}});
            else
                binder.AddNull<{{Carrier(type.Stored)}}>({{name}});
            """;
    }

    /// <summary>The mapping of a type that rows and parameters don't know themselves; null for one that they know.</summary>
    public static (string Type, string Value)? Mapped(ColumnType type)
    {
        var stored = Carrier(type.Stored);
        if (type.Stored == StoreKind.RowVersion)
            return ("RowVersionMapping", "");
        return type.Mapping switch
        {
            Mapping.Json => Json(type),
            Mapping.EnumNumber or Mapping.EnumText or Mapping.Converter => type switch
            {
                { IsNullable: true, Clr.IsValueType: true } => ($"NullableStoredMapping<{type.Clr.Name}, {stored}>", Functions(type, stored, "value")),
                { IsNullable: true } => ($"StoredMapping<{type.Clr}, {stored}>", Functions(type, stored, "value!")),
                _ => ($"StoredMapping<{type.Clr.Name}, {stored}>", Functions(type, stored, "value")),
            },
            _ => null,
        };
    }

    private static string Functions(ColumnType type, string stored, string value) =>
        $"static value => {Store(type, value)}, static stored => {Restore(type, Narrow(type.Stored, "stored"))}";

    private static (string Type, string Value) Json(ColumnType type)
    {
        const string serializer = "global::System.Text.Json.JsonSerializer";
        var bare = type.Clr.IsValueType ? type.Clr.ToString() : type.Clr.Name;
        var metadata = type.JsonContext is { } context
            ? $", (global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type.Clr}>){context}.Default.GetTypeInfo(typeof({bare}))!"
            : "";
        var (text, write, read) = ($"{serializer}.Serialize(value{metadata})", $"{serializer}.Serialize(writer, value{metadata})", $"{serializer}.Deserialize<{type.Clr}>(text{metadata})!");
        return ($"JsonMapping<{type.Clr}>", $"static value => {text}, static (writer, value) => {write}, static text => {read}, isNullable: {(type.IsNullable ? "true" : "false")}");
    }

    private static string ReadValue(ColumnType type, string ordinal) => type.Mapping == Mapping.Array
        ? $"row.GetArray<{type.StoredType}>({ordinal})"
        : Restore(type, Narrow(type.Stored, ReadStored(type.Stored, ordinal)));

    private static string Restore(ColumnType type, string stored) => type.Mapping switch
    {
        Mapping.EnumNumber => $"({type.Clr.Name}){stored}",
        Mapping.EnumText => $"global::Covet.Infrastructure.EnumText.Parse<{type.Clr.Name}>({stored}, isFlags: {(type.IsFlags ? "true" : "false")})",
        Mapping.Converter => $"{type.Converter}.FromStored({stored})",
        _ => stored,
    };

    private static string Narrow(StoreKind kind, string carried) => kind switch
    {
        StoreKind.SByte => $"checked((sbyte){carried})",
        StoreKind.Byte => $"checked((byte){carried})",
        StoreKind.UInt16 => $"checked((ushort){carried})",
        StoreKind.UInt32 => $"checked((uint){carried})",
        StoreKind.UInt64 => $"checked((ulong){carried})",
        StoreKind.Char => $"global::Covet.Infrastructure.RowValue.Character({carried})",
        _ => carried,
    };

    /// <summary>A stored value that is demanded to be within what its column holds.</summary>
    private static string Limited(ColumnType type, string stored, string name) => type switch
    {
        { MaxLength: { } length, Stored: StoreKind.String } => $"{Check}.Length({name}, {stored}, {length})",
        { Precision: { } precision } => $"{Check}.Digits({name}, {stored}, {precision}, {type.Scale})",
        _ => stored,
    };

    private static string Carry(StoreKind kind, string value, string name) => kind switch
    {
        StoreKind.SByte or StoreKind.Byte => $"(short){value}",
        StoreKind.UInt16 => $"(int){value}",
        StoreKind.UInt32 => $"(long){value}",
        StoreKind.UInt64 => $"{Check}.Signed({name}, {value})",
        StoreKind.Char => $"{value}.ToString()",
        _ => value,
    };

    private static string Getter(StoreKind kind) => kind switch
    {
        StoreKind.SByte or StoreKind.Byte => "GetInt16",
        StoreKind.UInt16 => "GetInt32",
        StoreKind.UInt32 or StoreKind.UInt64 => "GetInt64",
        StoreKind.Char => "GetString",
        _ => $"Get{kind}",
    };
}
