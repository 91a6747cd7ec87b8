namespace Covet.Infrastructure;

/// <summary>How the rows of two SELECTs are combined.</summary>
internal enum SetOperation
{
    Union,
    UnionAll,
    Intersect,
    Except,
}

internal static class SetOperations
{
    extension(SetOperation operation)
    {
        public string Sql => operation switch
        {
            SetOperation.Union => " UNION ",
            SetOperation.UnionAll => " UNION ALL ",
            SetOperation.Intersect => " INTERSECT ",
            _ => " EXCEPT ",
        };
    }
}
