namespace Covet.Infrastructure;

/// <summary>
/// Writes the statements over foreign keys that point to one parent, the parameter <c>parent</c>; <c>children</c> are keys of their rows, <c>now</c> is when it is.
/// Where rows have a version or tell when they were written, they return their keys, with the versions before and after.
/// </summary>
internal static class ReferrerStatements
{
    /// <summary>Points the foreign keys of the children to the parent.</summary>
    public static void Move(SqlWriter writer, Relation relation)
    {
        Update(writer, relation, Parent, Children);
    }

    /// <summary>Makes the foreign keys of those children null that point to the parent.</summary>
    public static void Release(SqlWriter writer, Relation relation)
    {
        Update(
            writer,
            relation,
            Null,
            static (writer, relation) =>
            {
                Equal(writer, relation.ChildColumns);
                writer.Append(" AND ");
                Children(writer, relation);
            });
    }

    /// <summary>Makes all foreign keys null that point to the parent.</summary>
    public static void ReleaseAll(SqlWriter writer, Relation relation)
    {
        Update(writer, relation, Null, static (writer, relation) => Equal(writer, relation.ChildColumns));
    }

    /// <summary>Reads the keys of the children that point to the parent.</summary>
    public static void Keys(SqlWriter writer, Relation relation)
    {
        writer.Append("SELECT ");
        writer.Append(string.Join(", ", relation.Child.QuotedKey));
        writer.Append(" FROM ");
        writer.Append(writer.Dialect.Choose(relation.Child.Table));
        writer.Append(" WHERE ");
        Equal(writer, relation.ChildColumns);
    }

    /// <summary>Writes the test that columns are the parent's key.</summary>
    public static void Equal(SqlWriter writer, string[] columns) => Pairs(writer, columns, " AND ", Parent);

    private static void Children(SqlWriter writer, Relation relation)
    {
        string[] key = relation.Child.QuotedKey;
        writer.Dialect.WriteListTest(writer, (writer, i) => writer.Append(key[i]), key.Length, "children");
    }

    private static void Update(SqlWriter writer, Relation relation, Action<SqlWriter, int, int> value, Action<SqlWriter, Relation> test)
    {
        var child = relation.Child;
        string table = writer.Dialect.Choose(child.Table);
        bool isLocked = child.IsRowVersion && writer.Dialect.HasRowVersions;
        writer.Append($"UPDATE {table}{(isLocked ? " AS t" : "")} SET ");
        Pairs(writer, relation.ChildColumns, ", ", value);
        RowStamps.Count(writer, child);
        if (child.UpdatedAt is { } updated)
            writer.Append($", {updated.Quoted} = @now");
        if (isLocked)
            FromLocked(writer, child, table, () => test(writer, relation));
        else
            Returning(writer, child, () => test(writer, relation));
    }

    private static void Returning(SqlWriter writer, ModelInfo child, Action test)
    {
        writer.Append(" WHERE ");
        test();
        if (child.Version is null && child.UpdatedAt is null)
            return;
        writer.Append($" RETURNING {string.Join(", ", child.QuotedKey)}");
        if (child.Version is { } version)
            writer.Append($", {version.Quoted} - 1, {version.Quoted}");
    }

    /// <summary>Locks the rows to find their versions, which the database makes: the ones after say nothing of the ones before.</summary>
    private static void FromLocked(SqlWriter writer, ModelInfo child, string table, Action test)
    {
        string[] key = child.QuotedKey;
        string version = child.Version!.Quoted;
        writer.Append($" FROM (SELECT {string.Join(", ", key)}, {version} AS \"covet_version\" FROM {table} WHERE ");
        test();
        writer.Append($" FOR UPDATE) AS b WHERE {string.Join(" AND ", key.Select(column => $"t.{column} = b.{column}"))}");
        writer.Append($" RETURNING {string.Join(", ", key.Select(column => "t." + column))}, b.\"covet_version\", t.{version}");
    }

    private static void Null(SqlWriter writer, int index, int count) => writer.Append("NULL");

    private static void Pairs(SqlWriter writer, string[] columns, string separator, Action<SqlWriter, int, int> value)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                writer.Append(separator);
            writer.Append(columns[i]);
            writer.Append(" = ");
            value(writer, i, columns.Length);
        }
    }

    private static void Parent(SqlWriter writer, int index, int count)
    {
        writer.Append("@parent");
        if (count == 1)
            return;
        writer.Append("_");
        writer.Append(index);
    }
}
