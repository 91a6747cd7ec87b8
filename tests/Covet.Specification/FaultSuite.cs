using System.Data.Common;
using System.Text;
using Blog;

namespace Covet.Specification;

/// <summary>
/// What breaks in the middle of a graph fails the whole call, leaves every instance as it was, gives the connection back, and the next call works:
/// tried at every round trip and at every row.
/// </summary>
/// <param name="fixture">The database.</param>
public abstract class FaultSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public Task A_query_that_loses_its_connection() => BreakEachRoundTripAsync(QueryAsync, LoseAsync);

    [SkippableFact]
    public Task A_query_whose_statement_times_out() => BreakEachRoundTripAsync(QueryAsync, TimeOutAsync);

    [SkippableFact]
    public Task A_query_that_is_cancelled() => CancelEverywhereAsync(QueryAsync);

    [SkippableFact]
    public Task A_query_that_breaks_at_a_row() => BreakEachRowAsync(QueryAsync);

    [SkippableFact]
    public Task A_prefetch_that_loses_its_connection() => BreakEachRoundTripAsync(PrefetchAsync, LoseAsync);

    [SkippableFact]
    public Task A_prefetch_whose_statement_times_out() => BreakEachRoundTripAsync(PrefetchAsync, TimeOutAsync);

    [SkippableFact]
    public Task A_prefetch_that_is_cancelled() => CancelEverywhereAsync(PrefetchAsync);

    [SkippableFact]
    public Task A_prefetch_that_breaks_at_a_row() => BreakEachRowAsync(PrefetchAsync);

    [SkippableFact]
    public Task A_stream_that_loses_its_connection() => BreakEachRoundTripAsync(StreamAsync, LoseAsync);

    [SkippableFact]
    public Task A_stream_whose_statement_times_out() => BreakEachRoundTripAsync(StreamAsync, TimeOutAsync);

    [SkippableFact]
    public Task A_stream_that_is_cancelled() => CancelEverywhereAsync(StreamAsync);

    [SkippableFact]
    public Task A_stream_that_breaks_at_a_row() => BreakEachRowAsync(StreamAsync);

    [SkippableFact]
    public Task A_first_touch_that_loses_its_connection() => BreakEachRoundTripAsync(TouchAsync, LoseAsync);

    [SkippableFact]
    public Task A_first_touch_that_breaks_at_a_row() => BreakEachRowAsync(TouchAsync);

    [SkippableFact]
    public async Task In_a_transaction_the_failure_is_the_transaction_s()
    {
        var provider = Breaking(3);
        await Assert.ThrowsAsync<TransactionAbortedException>(() => new BlogDb(provider).TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "never kept" });
            await Assert.ThrowsAsync<StatementTimeoutException>(() => tx.Users.Prefetch(u => u.Posts).ToListAsync());
        }));
        Assert.Equal(0, provider.ConnectionsOut);
        Assert.False(await Db.Tags.AnyAsync(t => t.Name == "never kept"));
    }

    [SkippableFact]
    public async Task A_stream_that_fails_in_a_savepoint_leaves_the_transaction_usable()
    {
        var provider = Breaking(2);
        await new BlogDb(provider).TransactionAsync(async tx =>
        {
            await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.TransactionAsync(
                inner => Assert.ThrowsAsync<StatementTimeoutException>(() => CountAsync(inner))));
            Assert.Equal(8, await CountAsync(tx));
        });
        Assert.Equal(0, provider.ConnectionsOut);

        static async Task<int> CountAsync(BlogDb db)
        {
            int posts = 0;
            await foreach (var post in db.Posts.Prefetch(p => p.Tags).Stream(3))
                posts++;
            return posts;
        }
    }

    /// <summary>Makes the connection unusable, so that the next command on it fails with what the driver says of a lost one; or throws that itself.</summary>
    protected abstract Task LoseAsync(DbConnection connection);

    /// <summary>Fails as a statement on the connection that took too long.</summary>
    protected abstract Task TimeOutAsync(DbConnection connection);

    private static async Task<List<User>> QueryAsync(BlogDb db, List<User> users, CancellationToken cancellationToken)
        => await db.Users
            .OrderBy(u => u.Id)
            .Prefetch(u => u.Profile, u => u.Comments.Where(c => c.Text == "great"), u => u.Posts.Prefetch(p => p.Tags, p => p.Comments.Prefetch(c => c.Author, c => c.Replies)))
            .ToListAsync(cancellationToken);

    private static async Task<List<User>> PrefetchAsync(BlogDb db, List<User> users, CancellationToken cancellationToken)
    {
        await db.Users.PrefetchAsync(
            users,
            [
                u => u.Profile,
                u => u.Comments.Where(c => c.Text == "great"),
                u => u.Posts.OrderByDescending(p => p.Id).Take(2).Into(u.TopPosts),
                u => u.Posts.Prefetch(p => p.Tags, p => p.Comments.Prefetch(c => c.Author, c => c.Replies)),
            ],
            cancellationToken);
        return users;
    }

    private static async Task<List<User>> StreamAsync(BlogDb db, List<User> users, CancellationToken cancellationToken)
    {
        var streamed = new List<User>();
        await foreach (var user in db.Users.OrderBy(u => u.Id).Prefetch(u => u.Profile, u => u.Posts.Prefetch(p => p.Tags)).Stream(1, cancellationToken))
            streamed.Add(user);
        return streamed;
    }

    private static async Task<List<User>> TouchAsync(BlogDb db, List<User> users, CancellationToken cancellationToken)
    {
        // The interposed database is asked only by instances that came from it.
        await users[^1].Comments.AllAsync(cancellationToken);
        return users;
    }

    private async Task BreakEachRoundTripAsync(Func<BlogDb, List<User>, CancellationToken, Task<List<User>>> read, Func<DbConnection, Task> fault)
    {
        string whole = await WholeAsync(read);
        var count = new Interposition();
        await ReadAsync(read, count, default);
        Assert.NotEqual(0, count.RoundTrips);
        for (int i = 1; i <= count.RoundTrips; i++)
        {
            int at = i;
            var attempt = await ReadAsync(read, new Interposition { BeforeRoundTrip = (number, connection) => number == at ? fault(connection) : Task.CompletedTask }, default);
            var failure = Assert.IsAssignableFrom<DatabaseException>(attempt.Failure);
            Assert.IsAssignableFrom<DbException>(failure.InnerException);
            Assert.Equal(whole, await WholeAsync(read));
        }
    }

    private async Task BreakEachRowAsync(Func<BlogDb, List<User>, CancellationToken, Task<List<User>>> read)
    {
        string whole = await WholeAsync(read);
        var count = new Interposition();
        await ReadAsync(read, count, default);
        Assert.NotEqual(0, count.Rows);
        for (int i = 1; i <= count.Rows; i++)
        {
            int at = i;
            var attempt = await ReadAsync(read, new Interposition { BeforeRow = number => number == at ? throw new IOException("The wire was cut.") : default }, default);
            Assert.IsType<IOException>(Assert.IsType<ConnectionException>(attempt.Failure).InnerException);
        }
        Assert.Equal(whole, await WholeAsync(read));
    }

    private async Task CancelEverywhereAsync(Func<BlogDb, List<User>, CancellationToken, Task<List<User>>> read)
    {
        string whole = await WholeAsync(read);
        var count = new Interposition();
        await ReadAsync(read, count, default);
        for (int i = 1; i <= count.RoundTrips; i++)
        {
            int at = i;
            using var cancellation = new CancellationTokenSource();
            var attempt = await ReadAsync(
                read, new Interposition { BeforeRoundTrip = (number, _) => number == at ? cancellation.CancelAsync() : Task.CompletedTask }, cancellation.Token);
            AssertCanceledOrWhole(whole, attempt);
            Assert.True(attempt.Failure is not null || at == count.RoundTrips);
        }
        for (int i = 1; i <= count.Rows; i++)
        {
            int at = i;
            using var cancellation = new CancellationTokenSource();
            var interposition = new Interposition { BeforeRow = async number => await (number == at ? cancellation.CancelAsync() : Task.CompletedTask) };
            var attempt = await ReadAsync(read, interposition, cancellation.Token);
            AssertCanceledOrWhole(whole, attempt);
        }
        Assert.Equal(whole, await WholeAsync(read));
    }

    /// <summary>Cancelled at the end of a snapshot, or at a row that was in the driver's buffer, is cancelled too late.</summary>
    private static void AssertCanceledOrWhole(string whole, Attempt attempt)
    {
        if (attempt.Failure is null)
            Assert.Equal(whole, attempt.Result);
        else
            Assert.IsAssignableFrom<OperationCanceledException>(attempt.Failure);
    }

    private InterposedProvider Breaking(int roundTrip)
        => new(Provider, new Interposition { BeforeRoundTrip = (number, connection) => number == roundTrip ? TimeOutAsync(connection) : Task.CompletedTask });

    private async Task<string> WholeAsync(Func<BlogDb, List<User>, CancellationToken, Task<List<User>>> read)
    {
        var attempt = await ReadAsync(read, new Interposition(), default);
        Assert.Null(attempt.Failure);
        return attempt.Result!;
    }

    /// <summary>Reads with something in the way; asserts that a failure changed nothing and that no connection is lost.</summary>
    private async Task<Attempt> ReadAsync(
        Func<BlogDb, List<User>, CancellationToken, Task<List<User>>> read, Interposition interposition, CancellationToken cancellationToken)
    {
        bool isArmed = false;
        var gate = new Interposition
        {
            BeforeRoundTrip = (_, connection) => isArmed ? interposition.RoundTripAsync(connection) : Task.CompletedTask,
            BeforeRow = _ => isArmed ? interposition.RowAsync() : default,
        };
        var provider = new InterposedProvider(Provider, gate);
        var db = new BlogDb(provider);
        var users = await db.Users.OrderBy(u => u.Id).Include(u => u.Profile).ToListAsync(CancellationToken.None);
        await db.Users.PrefetchAsync(users[..2], u => u.Posts.Prefetch(p => p.Tags));
        var before = Snapshot.Of(users);
        isArmed = true;
        try
        {
            var result = await read(db, users, cancellationToken);
            return new Attempt(Snapshot.Of(result).Text, null);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            var after = Snapshot.Of(users);
            Assert.Equal(before.Text, after.Text);
            Assert.Equal(before.Instances, after.Instances, ReferenceEqualityComparer.Instance);
            return new Attempt(null, exception);
        }
        finally
        {
            Assert.Equal(0, provider.ConnectionsOut);
        }
    }

    private sealed record Attempt(string? Result, Exception? Failure);

    /// <summary>What is in memory behind some users: as a text, and as instances.</summary>
    private sealed class Snapshot
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public List<object?> Instances { get; } = [];

        public static Snapshot Of(List<User> users)
        {
            var snapshot = new Snapshot();
            foreach (var user in users)
                snapshot.Add(user);
            return snapshot;
        }

        private void Add(User user)
        {
            Instances.Add(user);
            _text.Append($"user {user.Id} profile {One(() => user.Profile)?.City} top {string.Join(' ', Many(() => user.TopPosts).Select(p => p.Id))}\n");
            _text.Append($" comments {user.Comments.IsLoaded} {string.Join(' ', Many(user.Comments.All).Select(c => c.Id))}\n posts {user.Posts.IsLoaded}\n");
            foreach (var post in Many(user.Posts.All))
            {
                _text.Append($"  post {post.Id} of {One(() => post.Author)?.Name} tags {post.Tags.IsLoaded} {string.Join(' ', Many(post.Tags.All).Select(t => t.Name))}\n");
                foreach (var comment in Many(post.Comments.All))
                    _text.Append($"   comment {comment.Id} of {One(() => comment.Author)?.Name} replies {string.Join(' ', Many(comment.Replies.All).Select(r => r.Id))}\n");
            }
        }

        private T? One<T>(Func<T?> read) where T : class
        {
            try
            {
                var instance = read();
                Instances.Add(instance);
                return instance;
            }
            catch (RelationNotLoadedException)
            {
                _text.Append('?');
                return null;
            }
        }

        private IReadOnlyList<T> Many<T>(Func<IReadOnlyList<T>> read) where T : class
        {
            var instances = One(read) ?? [];
            Instances.AddRange(instances);
            return instances;
        }
    }
}
