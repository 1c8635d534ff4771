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
-- As in Quarto's cells, the same may stand in the block itself, in lines at its top; label is the identifier, out-width the width:
--
--     ```{dateline}
--     #| label: fig-talks
--     #| fig-cap: "Who takes part"
--     #| fig-alt: "A map of the countries that take part"
--     #| file: article.txt
--     ```
--
-- eval: false leaves the block as it is, echo: true shows it beside the map, include: false shows neither. In Quarto the filter has
-- to come before the cross-references are collected: `filters: [{at: pre-ast, path: dateline.lua}]`.
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

local function is_opendocument()
  return FORMAT:match("odt") or FORMAT:match("opendocument")
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

-- ------------------------------------------------------------------------------------------------------- cell options

local renamed = { label = "id", ["out-width"] = "width" }

local function unquoted(value)
  return value:match('^"(.*)"$') or value:match("^'(.*)'$") or value
end

-- Takes the lines `#| key: value` off the top of the block; what stands in the fence's braces comes first.
local function take_cell_options(block)
  local rest = block.text
  while true do
    local line, after = rest:match("^(#|[^\n]*)\n?(.*)$")
    if not line then break end
    rest = after
    local key, value = line:match("^#|%s*([%w-]+)%s*:%s*(.-)%s*$")
    key = renamed[key] or key
    if key == "id" then
      if block.identifier == "" then block.identifier = unquoted(value) end
    elseif key and not block.attributes[key] then
      block.attributes[key] = unquoted(value)
    end
  end
  block.text = rest
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
    local name = is_opendocument() and "FigureCaption" or "Image Caption"
    local style = pandoc.Attr("", {}, { ["custom-style"] = name })
    return { pandoc.Para({ image }), pandoc.Div({ pandoc.Para(inlines(caption)) }, style) }
  end
  -- An image alone in its paragraph, with this title, is a figure.
  image.caption, image.title, image.identifier = inlines(caption), "fig:", block.identifier
  return { pandoc.Para({ image }) }
end

-- ------------------------------------------------------------------------------------------------------- OpenDocument

local digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local function base64(bytes)
  local coded = bytes:gsub("..?.?", function(group)
    local a, b, c = group:byte(1, 3)
    local number = a << 16 | (b or 0) << 8 | (c or 0)
    local text = ""
    for shift = 18, 0, -6 do
      local digit = (number >> shift & 63) + 1
      text = text .. digits:sub(digit, digit)
    end
    return text:sub(1, #group + 1) .. ("="):rep(3 - #group)
  end)
  return coded
end

local function escaped(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }))
end

-- pandoc writes no alternative text into OpenDocument: so the frame is ours, with the picture in it, as wide as a page's text.
local function opendocument_frame(source, alt, share)
  local bytes = read_file(source)
  local width, height = string.unpack(">I4I4", bytes, 17)
  local centimetres = 16.5 * (tonumber(share:match("^([%d.]+)%%$")) or 100) / 100
  return pandoc.RawInline("opendocument", string.format(
    '<draw:frame text:anchor-type="as-char" svg:width="%.2fcm" svg:height="%.2fcm"><draw:image draw:mime-type="image/png">' ..
    '<office:binary-data>%s</office:binary-data></draw:image><svg:desc>%s</svg:desc></draw:frame>',
    centimetres, centimetres * height / width, base64(bytes), escaped(alt)))
end

local function figure(block, source, words)
  local alt = block.attributes["alt"] or block.attributes["fig-alt"] or words
  local caption = block.attributes["caption"] or block.attributes["fig-cap"]
  local attributes = { alt = alt, ["fig-alt"] = alt, width = block.attributes["width"] or "100%" }
  local image = pandoc.Image({ pandoc.Str(alt) }, source, "", pandoc.Attr(caption and "" or block.identifier, {}, attributes))
  if is_opendocument() then image = opendocument_frame(source, alt, attributes.width) end
  if caption then return captioned(block, image, caption) end
  return { pandoc.Para({ image }) }
end

-- Sentences break where a column has a width: the last has the most, names and codes little.
local function with_widths(block)
  if block.t ~= "Table" then return block end
  local count, widths = #block.colspecs, { 0.18, 0.09 }
  for i = 3, count do widths[i] = i < count and 0.28 / math.max(1, count - 3) or 0 end
  local used = 0
  for _, width in ipairs(widths) do used = used + width end
  widths[count] = widths[count] + 1 - used
  for i, column in ipairs(block.colspecs) do block.colspecs[i] = { column[1], widths[i] } end
  return block
end

local function draw(block)
  if not block.classes:includes("dateline") and not block.classes:includes("{dateline}") then return nil end
  local shown = pandoc.CodeBlock(block.text, pandoc.Attr("", { "dateline" }))
  take_cell_options(block)
  if block.attributes["eval"] == "false" then return shown end
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
    for _, one in ipairs(pandoc.read(markdown, "gfm").blocks) do table.insert(blocks, with_widths(one)) end
  end
  if block.attributes["echo"] == "true" then table.insert(blocks, 1, shown) end
  return block.attributes["include"] == "false" and {} or blocks
end

return { { Meta = read_metadata }, { CodeBlock = draw } }
