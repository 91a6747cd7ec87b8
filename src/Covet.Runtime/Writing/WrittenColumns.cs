namespace Covet.Infrastructure;

/// <summary>Checks which columns an UPDATE is to write.</summary>
internal static class WrittenColumns
{
    /// <summary>The columns that lambdas name, each once.</summary>
    /// <param name="model">The model.</param>
    /// <param name="columns">The lambdas.</param>
    /// <param name="all">What writes all columns, for the message.</param>
    /// <exception cref="ArgumentException">There is none, or one is not of the model's own outside its key.</exception>
    public static List<ColumnInfo> Named<TColumns>(ModelInfo model, IEnumerable<Func<TColumns, IColumn>> columns, string all)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(columns);
        var named = new List<ColumnInfo>();
        foreach (var column in columns)
        {
            var given = LambdaDepth.Run(column, out int depth, nameof(columns));
            var info = Demand(model, given, depth, nameof(columns));
            if (!named.Contains(info))
                named.Add(info);
        }
        return named.Count > 0
            ? named
            : throw new ArgumentException($"No column of {model.Name} is named, so nothing would be updated. Name some, or use {all} for all.", nameof(columns));
    }

    /// <summary>The column that a lambda names, which must be one of the model's own, outside its key.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static ColumnInfo Demand(ModelInfo model, IColumn column, int depth, string parameter)
    {
        if ((column as SqlExpression)?.Stored is not { } stored)
            throw new ArgumentException($"{column.Name} isn't a column that Covet generated, so it can't be written. Use a column of {model.Name}.", parameter);
        if (stored.Path.Parent is { } parent)
        {
            throw new ArgumentException(
                $"{stored.Column} is a column behind {parent.Model.Name}.{stored.Path.Via!.Name}, and an UPDATE of {model.Name} writes the columns of {model.Name} alone. " +
                $"Update the {stored.Path.Model.Name} rows by a query of their own.",
                parameter);
        }
        if (stored.Path.Model != model || stored.Path.Place.Depth != depth)
            throw new ArgumentException($"{stored.Column} is not of the {model.Name} rows that are updated. Use the parameter of the lambda it is written in.", parameter);
        if (Array.IndexOf(model.KeyArray, stored.Info) >= 0)
        {
            throw new ArgumentException(
                $"{stored.Column} is {(model.KeyArray.Length > 1 ? "a part of the key" : "the key")}, by which rows are found, so it can't be updated. Insert a new row, and delete the old one.",
                parameter);
        }
        if (stored.Info == model.Version)
            throw new ArgumentException($"{stored.Column} is the version of the row, which Covet counts up with each write, so it can't be set. Leave it out.", parameter);
        return stored.Info;
    }
}
