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
