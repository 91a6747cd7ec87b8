using Blog;

namespace Covet.Specification;

/// <summary>Two expressions are the same when they are built alike from the same columns and values.</summary>
/// <param name="fixture">The database.</param>
public abstract class SamenessSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public void Expressions_that_are_built_alike_are_the_same()
    {
        Func<PostColumns, int, SqlExpression>[] expressions =
        [
            (p, _) => p.Views, (p, _) => p.Title, (p, _) => p.Published, (p, _) => p.Author.Name, (p, _) => p.Editor.CreatedAt.OrNull(), (p, _) => p.Editor.Name.OrNull(),
            (p, n) => p.Views + n, (p, n) => p.Views - n, (p, n) => p.Title + $"{n}", (p, _) => p.Title + p.Body, (p, _) => p.Title.Lower(), (p, _) => p.Title.Upper(),
            (p, n) => p.Title.Substring(n), (p, n) => p.Title.Substring(n, n), (p, n) => p.Title.IndexOf($"{n}"), (p, _) => p.CreatedAt.Year, (p, _) => p.CreatedAt.Month,
            (p, _) => p.DeletedAt.Year, (p, n) => p.CreatedAt.AddDays(n), (p, n) => p.CreatedAt + TimeSpan.FromDays(n), (p, _) => p.Views.Cast<long>(), (p, _) => p.Views.Cast<string>(),
            (_, _) => new RawExpression("1"), (_, _) => new RawExpression("1").As<int>(), (p, n) => RawExpression.Interpolated($"{p.Views} + {n}"),
            (p, n) => p.Views == n, (p, n) => p.Views != n, (p, _) => p.Views == p.Id, (p, _) => p.EditorId == null, (p, _) => p.EditorId != null, (p, n) => p.Views > n,
            (p, n) => p.Title.Contains($"{n}"), (p, n) => p.Title.StartsWith($"{n}"), (p, n) => p.Title.Like($"{n}"), (p, n) => !p.Title.Contains($"{n}"),
            (p, n) => p.Published && p.Views == n, (p, n) => p.Published || p.Views == n, (p, _) => p.Published && p.Views > 1 && p.Id > 2, (p, _) => p.Title.Collate("C"),
            (_, n) => (Expr<int>)n, (_, n) => (Expr<long>)n, (p, n) => !(p.DeletedAt > BlogData.Start.AddDays(n)), (_, _) => Sql.Now(), (_, _) => (Condition)new RawExpression("true"),
        ];
        for (int i = 0; i < expressions.Length; i++)
        {
            for (int j = 0; j < expressions.Length; j++)
            {
                bool same = Built(expressions[i], 1).SameAs(Built(expressions[j], 1));
                Assert.True(same == (i == j), $"{i} and {j}: {same}");
            }
        }
        Assert.True(Built((p, n) => p.Views + n, 1).SameAs(Built((p, n) => p.Views + n, 1)));
        Assert.False(Built((p, n) => p.Views + n, 1).SameAs(Built((p, n) => p.Views + n, 2)));
        Assert.False(Built((p, n) => p.Title.Like($"{n}"), 1).SameAs(Built((p, n) => p.Title.Like($"{n}"), 2)));
        Assert.False(Built((p, n) => RawExpression.Interpolated($"{p.Views} + {n}"), 1).SameAs(Built((p, n) => RawExpression.Interpolated($"{p.Views} + {n}"), 2)));
        Assert.False(Built((p, _) => p.Author.Name, 1).SameAs(Built((p, _) => p.Editor.Name, 1)));
    }

    private SqlExpression Built(Func<PostColumns, int, SqlExpression> expression, int number)
    {
        SqlExpression? built = null;
        Db.Posts.OrderBy(p => built = expression(p, number));
        return built!;
    }
}
