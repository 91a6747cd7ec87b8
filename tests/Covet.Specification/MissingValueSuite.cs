using Blog;

namespace Covet.Specification;

/// <summary>What is missing is said before anything is sent, by the model's and the member's name.</summary>
/// <param name="fixture">The database.</param>
public abstract class MissingValueSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    private const string Unset =
        "Post.Author is required and was never set, so the Post can't be inserted: assign the instance that it belongs to (Author = ...) or its key (AuthorId = ...).";

    [SkippableFact]
    public async Task A_required_relation_that_was_never_set()
    {
        var post = new Post { Title = "nobody's" };
        using var log = Db.Record();
        await Db.TransactionAsync(async tx =>
        {
            Assert.Equal(Unset, (await Assert.ThrowsAsync<InvalidOperationException>(() => tx.Posts.InsertAsync(post))).Message);
            Assert.Equal(Unset, (await Assert.ThrowsAsync<InvalidOperationException>(() => tx.Posts.InsertManyAsync([new Post { AuthorId = 1, Title = "Ann's" }, post]))).Message);
        });
        Assert.Empty(log.Statements);
        Assert.Equal(0, post.Id);
        post.AuthorId = 1;
        await Db.Posts.InsertAsync(post);
        // An update of other columns doesn't ask for it.
        await Db.Posts.UpdateAsync(new Post { Id = post.Id, Title = "renamed" }, p => p.Title);
        Assert.Equal(("renamed", 1), (await Db.Posts.Where(p => p.Id == post.Id).Select(p => (p.Title, p.AuthorId)).SingleAsync()));
    }

    [SkippableFact]
    public async Task A_required_text_that_is_null()
    {
        var tag = new Tag { Name = null! };
        using var log = Db.Record();
        await Db.TransactionAsync(async tx =>
        {
            var exception = await Assert.ThrowsAsync<InvalidValueException>(() => tx.Tags.InsertAsync(tag));
            Assert.Equal("Tag.Name is null, and its column takes no NULL. Give it a value, or make the property nullable.", exception.Message);
            Assert.Equal(("Tag", "Name"), (exception.Model, exception.Member));
            await Assert.ThrowsAsync<InvalidValueException>(() => tx.Tags.InsertManyAsync([new Tag { Name = "a" }, tag]));
            Assert.Equal(3, await tx.Tags.CountAsync());
        });
        var known = (await Db.Tags.FindAsync(1))!;
        known.Name = null!;
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.Tags.UpdateAsync(known));
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.Tags.UpdateAsync(known, t => t.Name));
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.Tags.UpdateManyAsync([known]));
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task An_insert_of_what_was_saved_says_how_it_is_updated()
    {
        var tag = (await Db.Tags.FindAsync(1))!;
        var exception = await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Tags.InsertAsync(tag));
        Assert.Contains("UpdateAsync, if it was saved before", exception.Message, StringComparison.Ordinal);
    }
}
