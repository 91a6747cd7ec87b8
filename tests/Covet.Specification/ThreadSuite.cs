using Blog;

namespace Covet.Specification;

/// <summary>One instance's relations, used by many at once.</summary>
/// <param name="fixture">The database.</param>
public abstract class ThreadSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    private const int Rounds = 40;

    [SkippableFact]
    public async Task Line_37_touches_at_the_same_time_are_one_statement()
    {
        var posts = await Db.Posts.ToListAsync();
        await AssertCostAsync(1, 1, () => Task.WhenAll(posts.Select(p => p.Tags.AllAsync().AsTask())));
        await AssertCostAsync(1, 1, () => Task.WhenAll(posts.Select(p => p.LoadAuthorAsync().AsTask())));
        await Db.TransactionAsync(async tx =>
        {
            var users = await tx.Users.ToListAsync();
            await Task.WhenAll(users.Select(u => u.Posts.AllAsync().AsTask()));
        });
    }

    [SkippableFact]
    public async Task One_who_gives_up_waiting_stops_nobody_else()
    {
        var gate = new TaskCompletionSource();
        var interposition = new Interposition { BeforeRoundTrip = (number, _) => number == 2 ? gate.Task : Task.CompletedTask };
        var posts = await new BlogDb(new InterposedProvider(Provider, interposition)).Posts.ToListAsync();
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var leader = posts[0].Tags.AllAsync(first.Token).AsTask();
        var follower = posts[1].Tags.AllAsync(second.Token).AsTask();
        var last = posts[2].Tags.AllAsync().AsTask();
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => follower);
        await first.CancelAsync();
        gate.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        Assert.NotEmpty(await last);
        Assert.True(posts[0].Tags.IsLoaded);
    }

    [SkippableFact]
    public async Task What_a_shared_load_fails_with_all_who_wait_for_it_fail_with_at_once()
    {
        var gate = new TaskCompletionSource();
        var interposition = new Interposition
        {
            BeforeRoundTrip = async (number, _) =>
            {
                if (number == 1)
                    return;
                await gate.Task;
                throw new IOException("The wire was cut.");
            },
        };
        var posts = await new BlogDb(new InterposedProvider(Provider, interposition)).Posts.ToListAsync();
        var touches = posts.ConvertAll(post => post.Tags.AllAsync().AsTask());
        gate.SetResult();
        foreach (var touch in touches)
            await Assert.ThrowsAsync<ConnectionException>(() => touch);
        Assert.Equal(2, interposition.RoundTrips);
    }

    [SkippableFact]
    public async Task Line_28_a_key_that_is_set_while_its_row_is_loaded_stays_and_its_own_row_is_loaded()
    {
        var gate = new TaskCompletionSource();
        var interposition = new Interposition { BeforeRoundTrip = (number, _) => number == 2 ? gate.Task : Task.CompletedTask };
        var db = new BlogDb(new InterposedProvider(Provider, interposition));
        var posts = await db.Posts.OrderBy(p => p.Id).ToListAsync();
        var first = posts[0].LoadAuthorAsync().AsTask();
        int other = posts[1].AuthorId == 1 ? 2 : 1;
        posts[1].AuthorId = other;
        var second = posts[1].LoadAuthorAsync().AsTask();
        gate.SetResult();
        await first;
        Assert.Equal(other, (await second).Id);
        await db.Posts.UpdateAsync(posts[1]);
        Assert.Equal(other, (await Db.Posts.FindAsync(posts[1].Id))!.AuthorId);
    }

    [SkippableFact]
    public async Task Line_30_a_load_that_overlaps_a_write_leaves_nothing_stale()
    {
        var inWrite = new TaskCompletionSource();
        var writing = new TaskCompletionSource();
        var interposition = new Interposition
        {
            BeforeRoundTrip = async (number, _) =>
            {
                if (number != 2)
                    return;
                writing.SetResult();
                await inWrite.Task;
            },
        };
        var db = new BlogDb(new InterposedProvider(Provider, interposition));
        var users = await db.Users.OrderBy(u => u.Id).ToListAsync();
        var creation = users[1].Posts.CreateAsync(new Post { Title = "New" });
        await writing.Task;
        int before = (await users[0].Posts.AllAsync()).Count;
        Assert.True(users[1].Posts.IsLoaded);
        int stale = users[1].Posts.All().Count;
        inWrite.SetResult();
        await creation;
        Assert.Equal(stale + 1, (await users[1].Posts.AllAsync()).Count);
        Assert.Equal(before, users[0].Posts.All().Count);
    }

    [SkippableFact]
    public async Task Line_30_a_load_that_began_before_a_write_does_not_fill_what_it_dropped()
    {
        var inLoad = new TaskCompletionSource();
        var loading = new TaskCompletionSource();
        var interposition = new Interposition
        {
            BeforeRow = async number =>
            {
                // The statement has run; the third row of its result is still to be read.
                if (number != 9 + 3)
                    return;
                loading.SetResult();
                await inLoad.Task;
            },
        };
        var db = new BlogDb(new InterposedProvider(Provider, interposition));
        var posts = await db.Posts.OrderBy(p => p.Id).ToListAsync();
        var load = Task.Run(() => posts[2].Tags.AllAsync().AsTask());
        await loading.Task;
        var tag = await Db.Tags.OrderByDescending(t => t.Id).FirstAsync();
        await posts[2].Tags.AddAsync(tag);
        inLoad.SetResult();
        Assert.Contains(await load, t => t.Id == tag.Id);
        Assert.Contains(await posts[2].Tags.AllAsync(), t => t.Id == tag.Id);
    }

    [SkippableFact]
    public async Task An_instance_has_one_set_whoever_asks_first()
    {
        for (int round = 0; round < Rounds; round++)
        {
            var post = (await Db.Posts.ToListAsync())[0];
            var author = await post.LoadAuthorAsync();
            var sets = await AtOnceAsync(() => Task.FromResult(author.Posts));
            Assert.All(sets, set => Assert.Same(author.Posts, set));
            var tags = await AtOnceAsync(() => Task.FromResult(post.Tags));
            Assert.All(tags, set => Assert.Same(post.Tags, set));
        }
    }

    [SkippableFact]
    public async Task Reading_while_others_write_gives_whole_answers()
    {
        for (int round = 0; round < Rounds; round++)
        {
            var post = (await Db.Posts.OrderBy(p => p.Id).ToListAsync())[2];
            var tags = await Db.Tags.OrderBy(t => t.Id).ToListAsync();
            int turn = 0;
            var answers = await AtOnceAsync(async () =>
            {
                int number = Interlocked.Increment(ref turn);
                if (number % 4 == 0)
                    await post.Tags.AddAsync(tags[number % 3]);
                var all = await post.Tags.AllAsync();
                return all.Select(t => t.Name).ToArray();
            });
            // The third post has the first tag from the start, and no one takes any away.
            Assert.All(answers, names => Assert.Contains("orm", names));
            Assert.All(answers, names => Assert.Equal(names.Distinct(), names));
            Assert.All(await post.Tags.AllAsync(), tag => Assert.Contains(tag.Name, tags.Select(t => t.Name)));
        }
    }

    [SkippableFact]
    public async Task Prefetches_onto_the_same_instances_at_once_leave_one_of_their_answers()
    {
        for (int round = 0; round < Rounds / 4; round++)
        {
            var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
            await AtOnceAsync(async () =>
            {
                await Db.Users.PrefetchAsync(users, u => u.Profile, u => u.Posts.Prefetch(p => p.Tags));
                return users;
            });
            Assert.Equal(8, users.Sum(u => u.Posts.All().Count));
            Assert.All(users.SelectMany(u => u.Posts.All()), post => Assert.NotEmpty(post.Tags.All()));
            Assert.All(users.SelectMany(u => u.Posts.All()), post => Assert.Contains(post.Author, users));
            Assert.Equal("Rome", users[0].Profile?.City);
        }
    }

    [SkippableFact]
    public async Task A_transaction_s_instances_used_by_two_at_once_say_so()
    {
        var gate = new TaskCompletionSource();
        var interposition = new Interposition { BeforeRoundTrip = (number, _) => number == 2 ? gate.Task : Task.CompletedTask };
        var db = new BlogDb(new InterposedProvider(Provider, interposition));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TransactionAsync(async tx =>
        {
            var users = await tx.Users.ToListAsync();
            var posts = users[0].Posts.AllAsync();
            try
            {
                await users[0].Comments.AllAsync();
            }
            catch (InvalidOperationException exception)
            {
                Assert.Contains("await each call before the next", exception.Message, StringComparison.Ordinal);
                throw;
            }
            finally
            {
                gate.SetResult();
                await posts;
            }
        }));
    }

    /// <summary>Does the same on four threads, as near to the same moment as can be, four times on each.</summary>
    private static async Task<List<T>> AtOnceAsync<T>(Func<Task<T>> work)
    {
        using var start = new Barrier(4);
        var threads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            start.SignalAndWait(TimeSpan.FromSeconds(10));
            return Task.WhenAll(work(), work(), work(), work());
        })));
        return [.. threads.SelectMany(results => results)];
    }
}
