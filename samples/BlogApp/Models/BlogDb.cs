using Covet;

namespace Blog;

[Database]
public partial class BlogDb;
