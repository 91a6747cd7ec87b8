using Blog;

namespace Covet.Specification;

/// <summary>Tests of queries over the small blog that assert their SQL, once for each database where it differs.</summary>
/// <param name="fixture">The database.</param>
public abstract class SqlSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    /// <summary>Asserts a statement's text.</summary>
    protected void AssertSql(string actual, string sqlite, string? postgres = null) => Assert.Equal(IsSqlite ? sqlite : postgres ?? sqlite, actual);

    /// <summary>Asserts which posts a query gives, in which order.</summary>
    protected static async Task AssertPostsAsync(PostQuery query, params int[] expected)
        => Assert.Equal(expected, (await query.ToListAsync()).Select(post => post.Id));

    /// <summary>Asserts an expression's SQL, selected of the post with a key, and what it gives there.</summary>
    protected async Task AssertAsync<T>(int id, Func<PostColumns, Expr<T>> expression, T expected, string sqlite, string? postgres = null)
    {
        var selection = Db.Posts.Select(expression);
        string sql = selection.ToSql();
        int end = sql.StartsWith("SELECT (SELECT", StringComparison.Ordinal)
            ? sql.LastIndexOf(" FROM \"posts\" AS t0", StringComparison.Ordinal)
            : sql.IndexOf(" FROM \"posts\" AS t0", StringComparison.Ordinal);
        AssertSql(sql["SELECT ".Length..end], sqlite, postgres);
        Assert.Equal(expected, await Db.Posts.Where(p => p.Id == id).Select(expression).SingleAsync());
    }
}
