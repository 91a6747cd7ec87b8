using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/writing.md: writes that look first for what is there.</summary>
/// <param name="databases">The databases.</param>
public abstract class WritingSnippetsConflicts(Databases databases) : GuideSnippets(Guide.Writing, databases)
{
    [SkippableFact]
    public async Task Insert_or_update()
    {
        var db = Db;
        using var log = db.Record();

        var tag = new Tag { Name = "orm" };
        await db.Tags.UpsertAsync(tag, conflict: t => t.Name);              // tag.Id is that of the row, new or not
        var ann = new User { Name = "Ann Smith", Email = "ann@example.org" };
        await db.Users.UpsertAsync(ann, conflict: u => u.Email);

        AssertRan(log, 2, 2);
        Assert.Equal((1, 1, 3), (tag.Id, ann.Id, await db.Users.CountAsync()));
        Assert.Equal("Ann Smith", (await db.Users.FindAsync(1))!.Name);
    }

    [SkippableFact]
    public async Task Get_or_create()
    {
        var db = Db;
        using var log = db.Record();

        var (orm, isNew) = await db.Tags.GetOrCreateAsync(new Tag { Name = "orm" }, t => t.Name);               // there: 1 statement
        var (linq, created) = await db.Tags.GetOrCreateAsync(new Tag { Name = "linq" }, t => t.Name);           // not there: 2

        AssertRan(log, 3, 3);
        Assert.Equal((1, false, 4, true), (orm.Id, isNew, linq.Id, created));
    }
}
