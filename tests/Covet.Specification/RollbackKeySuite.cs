using Zoo;

namespace Covet.Specification;

/// <summary>A rollback takes keys back that the client made.</summary>
/// <param name="fixture">The database.</param>
public abstract class RollbackKeySuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task A_key_that_the_client_made_is_taken_back()
    {
        var root = new GuidRoot { Name = "root" };
        var leaf = new GuidLeaf { Root = root, Twin = root };
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.GuidRoots.InsertAsync(root);
            await tx.GuidLeaves.InsertManyAsync([leaf]);
            Assert.Equal(root.Id, leaf.RootId);
            Assert.Equal(root.Id, leaf.TwinId);
            throw new FormatException();
        }));
        Assert.Equal((Guid.Empty, Guid.Empty), (root.Id, leaf.Id));
        // What assigning it has given.
        Assert.Equal((Guid.Empty, Guid.Empty), (leaf.RootId, leaf.TwinId));
        Assert.Same(root, leaf.Root);
        Assert.Same(root, leaf.Twin);
    }

    [SkippableFact]
    public async Task A_key_that_the_client_made_is_taken_back_when_the_insert_fails()
    {
        var (refused, given, fresh) = (new GuidRoot { Name = "\0" }, new GuidRoot { Id = Guid.CreateVersion7(), Name = "\0" }, new GuidRoot { Name = "fresh" });
        var key = given.Id;
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.GuidRoots.InsertAsync(refused));
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.GuidRoots.InsertManyAsync([fresh, refused, given]));
        Assert.Equal((Guid.Empty, key, Guid.Empty), (refused.Id, given.Id, fresh.Id));
        Assert.Equal(0, await Db.GuidRoots.CountAsync());
    }
}
