namespace Covet.Infrastructure;

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    Greater,
    LessOrEqual,
    GreaterOrEqual,
}

internal static class ComparisonOperators
{
    extension(ComparisonOperator comparison)
    {
        public string Sql => comparison switch
        {
            ComparisonOperator.Equal => " = ",
            ComparisonOperator.NotEqual => " <> ",
            ComparisonOperator.Less => " < ",
            ComparisonOperator.Greater => " > ",
            ComparisonOperator.LessOrEqual => " <= ",
            _ => " >= ",
        };

        /// <summary>The operator that says the same with the sides exchanged.</summary>
        public ComparisonOperator Mirrored => comparison switch
        {
            ComparisonOperator.Less => ComparisonOperator.Greater,
            ComparisonOperator.Greater => ComparisonOperator.Less,
            ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
            _ => comparison,
        };

        public ComparisonOperator Opposite => comparison switch
        {
            ComparisonOperator.Equal => ComparisonOperator.NotEqual,
            ComparisonOperator.NotEqual => ComparisonOperator.Equal,
            ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
            ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
            _ => ComparisonOperator.Less,
        };
    }
}
