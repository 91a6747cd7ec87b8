namespace Covet.Infrastructure;

/// <summary>Writes the statements over foreign keys that point to one parent, the parameter <c>parent</c>; <c>children</c> are keys of their rows.</summary>
internal static class ReferrerStatements
{
    /// <summary>Points the foreign keys of the children to the parent.</summary>
    public static void Move(SqlWriter writer, Relation relation)
    {
        Update(writer, relation, Parent);
        Children(writer, relation);
    }

    /// <summary>Makes the foreign keys of those children null that point to the parent.</summary>
    public static void Release(SqlWriter writer, Relation relation)
    {
        ReleaseAll(writer, relation);
        writer.Append(" AND ");
        Children(writer, relation);
    }

    /// <summary>Makes all foreign keys null that point to the parent.</summary>
    public static void ReleaseAll(SqlWriter writer, Relation relation)
    {
        Update(writer, relation, static (writer, _, _) => writer.Append("NULL"));
        Equal(writer, relation.ChildColumns);
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

    private static void Update(SqlWriter writer, Relation relation, Action<SqlWriter, int, int> value)
    {
        writer.Append("UPDATE ");
        writer.Append(writer.Dialect.Choose(relation.Child.Table));
        writer.Append(" SET ");
        Pairs(writer, relation.ChildColumns, ", ", value);
        writer.Append(" WHERE ");
    }

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
