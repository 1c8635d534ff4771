-- Draws every code block of class "dateline" as the map of the article or the facts it holds, in the format that
-- suits the target: SVG for HTML and EPUB, PDF for LaTeX, PNG for everything else. For pandoc 2.17 or later, and Quarto.
--
--     ```{.dateline file="article.txt" style="dark" size="web" caption="Who takes part"}
--     ```
--
-- The block's text is an article or facts as JSON; with file="..." that file is read instead. Attributes that are the
-- program's options are handed to it: style, size, dpi, scale, frame, projection, center, worldview, shapes, title, subtitle,
-- source, language. Besides: caption (or fig-cap), alt (or fig-alt), width, table="true" for the data table after the map. An
-- identifier such as #fig-talks stays, so that Quarto's cross-references find it.
--
-- Pictures are kept under the hash of what they were made from in dateline-files/ (metadata dateline-folder), so that nothing is
-- drawn twice. The program is `dateline` on the PATH, or metadata dateline-program, or the environment's DATELINE.

local folder = "dateline-files"
local program = os.getenv("DATELINE") or "dateline"

local options = { "style", "size", "dpi", "scale", "frame", "projection", "center", "worldview", "shapes", "title",
  "subtitle", "source", "language" }

local function read_metadata(meta)
  if meta["dateline-folder"] then folder = pandoc.utils.stringify(meta["dateline-folder"]) end
  if meta["dateline-program"] then program = pandoc.utils.stringify(meta["dateline-program"]) end
end

local function suffix()
  if FORMAT:match("latex") or FORMAT:match("beamer") or FORMAT:match("context") or FORMAT:match("pdf") then return "pdf" end
  if FORMAT:match("html") or FORMAT:match("epub") or FORMAT:match("slid") or FORMAT:match("reveal") then return "svg" end
  return "png"
end

local function read_file(path, mode)
  local file, problem = io.open(path, mode or "rb")
  if not file then error("dateline: " .. problem, 0) end
  local text = file:read("a")
  file:close()
  return text
end

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

-- pandoc.pipe hands the arguments over one by one: no shell ever sees them.
local function run(arguments, input)
  local done, said = pcall(pandoc.pipe, program, arguments, input)
  if done then return said end
  local why = type(said) == "table" and said.output or tostring(said)
  error("dateline: `" .. program .. " " .. table.concat(arguments, " ") .. "` failed: " .. tostring(why), 0)
end

local function arguments_of(block)
  local arguments = { "-q" }
  for _, name in ipairs(options) do
    local value = block.attributes[name]
    if value then table.insert(arguments, "--" .. name .. "=" .. value) end
  end
  return arguments
end

local function with(first, arguments, last)
  local all = {}
  for _, list in ipairs({ first, arguments, last }) do
    for _, word in ipairs(list) do table.insert(all, word) end
  end
  return all
end

-- Only what the command knows: a description needs no size.
local function describing(block)
  local arguments = { "-q" }
  for _, name in ipairs({ "style", "language" }) do
    if block.attributes[name] then table.insert(arguments, "--" .. name .. "=" .. block.attributes[name]) end
  end
  return arguments
end

local function inlines(text)
  return pandoc.utils.blocks_to_inlines(pandoc.read(text, "markdown").blocks)
end

-- Word and OpenDocument take the alternative text from the picture's own words, which before version 3 of pandoc are its
-- caption: there the caption is a paragraph of its own.
local function captioned(block, image, caption)
  if pandoc.Figure then
    return { pandoc.Figure({ pandoc.Plain({ image }) }, { pandoc.Plain(inlines(caption)) }, pandoc.Attr(block.identifier)) }
  end
  if suffix() == "png" then
    local style = pandoc.Attr("", {}, { ["custom-style"] = "Image Caption" })
    return { pandoc.Para({ image }), pandoc.Div({ pandoc.Para(inlines(caption)) }, style) }
  end
  -- An image alone in its paragraph, with this title, is a figure.
  image.caption, image.title, image.identifier = inlines(caption), "fig:", block.identifier
  return { pandoc.Para({ image }) }
end

local function figure(block, source, words)
  local alt = block.attributes["alt"] or block.attributes["fig-alt"] or words
  local caption = block.attributes["caption"] or block.attributes["fig-cap"]
  local attributes = { alt = alt, ["fig-alt"] = alt, width = block.attributes["width"] or "100%" }
  local image = pandoc.Image({ pandoc.Str(alt) }, source, "", pandoc.Attr("", {}, attributes))
  if caption then return captioned(block, image, caption) end
  return { pandoc.Para({ image }) }
end

local function draw(block)
  if not block.classes:includes("dateline") and not block.classes:includes("{dateline}") then return nil end
  local input = block.attributes["file"] and read_file(block.attributes["file"]) or block.text
  local arguments = arguments_of(block)
  local version = run({ "--version" }, "")
  local hash = pandoc.sha1(table.concat(arguments, "\0") .. "\0" .. version .. "\0" .. input)
  local path = folder .. "/" .. hash:sub(1, 16) .. "." .. suffix()
  local is_facts = input:match('^%s*{') and input:sub(1, 4096):find('"dateline"', 1, true)
  if not exists(path) then
    pandoc.pipe("mkdir", { "-p", "--", folder }, "")
    run(with({ is_facts and "draw" or "map", "-" }, arguments, { "-o", path }), input)
  end
  local words = run(with({ "describe", "-" }, describing(block), { "--as", "alt" }), input):gsub("%s+$", "")
  local blocks = figure(block, path, words)
  if block.attributes["table"] == "true" then
    local markdown = run(with({ "describe", "-" }, describing(block), { "--as", "table" }), input)
    for _, one in ipairs(pandoc.read(markdown, "gfm").blocks) do table.insert(blocks, one) end
  end
  return blocks
end

return { { Meta = read_metadata }, { CodeBlock = draw } }
