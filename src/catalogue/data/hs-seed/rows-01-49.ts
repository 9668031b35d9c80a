/** Codes of chapters 01 to 49, a row each; what stands where is in `index.ts`. */
export const ROWS_01_49 = `
  0207110000|整只，鲜或冷的鸡|Meat and edible offal; of fowls of the species Gallus domesticus, not cut in pieces, fresh or chilled|035|-|20%|9%|0%|meat|AB|?
  0207120000|整只，冻的鸡|Meat and edible offal; of fowls of the species Gallus domesticus, not cut in pieces, frozen|035|-|1.3/035|9%|0%|meat|AB|?
  0207131100|鲜或冷的带骨鸡块|Meat and edible offal; of fowls of the species Gallus domesticus, cuts and offal, fresh or chilled|035|-|20%|9%|0%|meat|AB|?
  0307111000|活、鲜或冷的牡蛎（蚝）种苗|Molluscs; oysters, whether in shell or not, live, fresh or chilled|035|-|0%|9%|0%|fish|AB|?
  0409000000|天然蜂蜜|Honey; natural|035|-|15%|9%|0%|food|AB|?
  0703101000|鲜或冷的洋葱|Vegetables, alliaceous; onions and shallots, fresh or chilled|035|-|13%|9%|0%|vegetable|AB|?
  0703201000|鲜或冷藏的大蒜头|Vegetables, alliaceous; garlic, fresh or chilled|035|-|13%|9%|0%|vegetable|AB|?
  0712200000|干制洋葱|Vegetables; onions, whole, cut, sliced, broken or in powder but not further prepared, dried|035|-|13%|9%|0%|vegetable|AB|?
  0712310000|干伞菌属蘑菇|Vegetables; mushrooms of the genus Agaricus, whole, cut, sliced, broken or in powder but not further prepared, dried|035|-|13%|9%|0%|vegetable|AB|?
  0801110000|干的椰子|Nuts, edible; coconuts, desiccated|035|-|12%|9%|0%|fruit|AB|?
  0801120000|未去内壳的鲜椰子|Nuts, edible; coconuts, in the inner shell (endocarp)|035|-|12%|9%|0%|fruit|AB|?
  0805100000|鲜或干橙|Fruit, edible; oranges, fresh or dried|035|-|11%|9%|0%|fruit|AB|?
  0805500000|鲜或干的柠檬及酸橙|Fruit, edible; lemons (Citrus limon, Citrus limonum), limes (Citrus aurantifolia, Citrus latifolia), fresh or dried|035|-|11%|9%|0%|fruit|AB|?
  0806100000|鲜葡萄|Fruit, edible; grapes, fresh|035|-|13%|9%|0%|fruit|AB|?
  0806200000|葡萄干|Fruit, edible; grapes, dried|035|-|10%|9%|0%|fruit|AB|?
  0808100000|鲜苹果|Fruit, edible; apples, fresh|035|-|10%|9%|0%|fruit|AB|?
  0808301000|鲜鸭梨及雪梨|Fruit, edible; pears, fresh|035|-|12%|9%|0%|fruit|AB|?
  0901110000|未浸除咖啡碱的未焙炒咖啡|Coffee; not roasted or decaffeinated|035|-|8%|?|0%|coffee|AB|?
  0901120000|已浸除咖啡碱的未焙炒咖啡|Coffee; decaffeinated, not roasted|035|-|8%|?|0%|coffee|AB|?
  0902101000|每件净重≤3kg的花茶|Tea, green; (not fermented), in immediate packings of a content not exceeding 3kg|035|-|15%|?|0%|tea|AB|?
  0902201000|每件净重＞3kg的花茶|Tea, green; (not fermented), in immediate packings of a content exceeding 3kg|035|-|15%|?|0%|tea|AB|?
  0904120000|已磨胡椒|Spices; pepper (of the genus piper), crushed or ground|035|-|20%|?|0%|food|AB|?
  0904210000|未磨干辣椒|Spices; fruits of the genus Capsicum or Pimenta, dried, neither crushed nor ground|035|-|20%|?|0%|food|AB|?
  1108110000|小麦淀粉|Starch; wheat|035|-|20%|13%|0%|food|?|?
  1108120000|玉米淀粉|Starch; maize (corn) starch|035|-|20%|13%|0%|food|?|?
  1201100000|种用大豆|Soya beans; seed, whether or not broken|035|-|0%|9%|0%|grain|?|?
  1201901000|黄大豆|Soya beans; other than seed, whether or not broken|035|-|3%|9%|0%|grain|?|?
  1207210000|种用棉子|Oil seeds; cotton seeds, seed, whether or not broken|035|-|0%|9%|0%|grain|?|?
  1207290000|其他棉子|Oil seeds; cotton seeds, other than seed, whether or not broken|035|-|15%|9%|0%|grain|?|?
  1302120000|甘草液汁及浸膏|Vegetable saps and extracts; of liquorice|035|-|6%|?|0%|food|?|?
  1401901000|谷类植物的茎秆(麦秸除外)|Vegetable materials of a kind used primarily for plaiting; n.e.c. in heading no. 1401|035|-|10%|?|0%|plant|?|?
  1401902000|芦苇|Vegetable materials of a kind used primarily for plaiting; n.e.c. in heading no. 1401|035|-|10%|?|0%|plant|?|?
  1509900000|精制的油橄榄油及其分离品|Vegetable oils; olive oil and its fractions, other than virgin, whether or not refined, but not chemically modified|035|-|10%|?|0%|oil|AB|?
  1511100000|初榨棕榈油的分离品|Vegetable oils; palm oil and its fractions, crude, not chemically modified|035|-|9%|9%|0%|oil|?|?
  1511901000|精制的棕榈液油（熔点19-24度）|Vegetable oils; palm oil and its fractions, other than crude, whether or not refined, but not chemically modified|035|-|9%|9%|0%|oil|?|?
  1604111000|制作或保藏的大西洋鲑鱼，整条或切块，但未绞碎|Fish preparations; salmon, prepared or preserved, whole or in pieces (but not minced)|035|-|12%|13%|0%|prepared|AB|?
  1604120000|制作或保藏的鲱鱼，整条或切块，但未绞碎|Fish preparations; herrings, prepared or preserved, whole or in pieces (but not minced)|035|-|12%|13%|0%|prepared|AB|?
  1604130000|制作或保藏的沙丁鱼、小沙丁鱼属、黍鲱或西鲱|Fish preparations; sardines, sardinella and brisling or sprats, prepared or preserved, whole or in pieces (but not minced)|035|-|5%|13%|0%|prepared|AB|?
  1605100000|制作或保藏的蟹|Crustacean preparations; crab, prepared or preserved|035|-|5%|13%|0%|prepared|AB|?
  1605210000|制作或保藏的非密封包装小虾及对虾|Crustacean preparations; shrimps and prawns, prepared or preserved, not in airtight containers|035|-|5%|13%|0%|prepared|AB|?
  1704100000|口香糖，不论是否裹糖|Sugar confectionery; chewing gum, whether or not sugar-coated, not containing cocoa|035|-|12%|13%|0%|prepared|AB|?
  1806100000|含糖或其他甜物质的可可粉|Cocoa; powder, containing added sugar or other sweetening matter|035|-|10%|13%|0%|prepared|AB|?
  1806310000|其他夹心块状或条状的含可可食品|Chocolate and other food preparations containing cocoa; in blocks, slabs or bars, filled, weighing 2kg or less|035|-|8%|13%|0%|prepared|AB|?
  1902110000|未包馅或未制作的含蛋生面食|Food preparations; pasta, containing eggs, uncooked, not stuffed or otherwise prepared|035|-|15%|13%|0%|prepared|AB|?
  1902190000|其他未包馅或未制作的生面食|Food preparations; pasta, uncooked (excluding that containing eggs), not stuffed or otherwise prepared|035|-|15%|13%|0%|prepared|AB|?
  1905100000|黑麦脆面包片|Food preparations; crispbread, whether or not containing cocoa|035|-|20%|13%|0%|prepared|AB|?
  1905200000|姜饼及类似品|Food preparations; gingerbread and the like, whether or not containing cocoa|035|-|20%|13%|0%|prepared|AB|?
  1905310000|甜饼干|Food preparations; sweet biscuits, whether or not containing cocoa|035|-|15%|13%|0%|prepared|AB|?
  2005100000|非用醋制作的未冷冻均化蔬菜|Vegetable preparations; homogenised vegetables, prepared or preserved otherwise than by vinegar or acetic acid, not frozen|035|-|25%|13%|0%|prepared|AB|?
  2005200000|非用醋制作的未冷冻马铃薯|Vegetable preparations; potatoes, prepared or preserved otherwise than by vinegar or acetic acid, not frozen|035|-|15%|13%|0%|prepared|AB|?
  2005400000|非用醋制作的未冷冻豌豆|Vegetable preparations; peas (pisum sativum), prepared or preserved otherwise than by vinegar or acetic acid, not frozen|035|-|25%|13%|0%|prepared|AB|?
  2103100000|酱油|Sauces; soya|035|-|28%|13%|0%|prepared|AB|?
  2103200000|番茄沙司及其他番茄调味汁|Sauces; tomato ketchup and other tomato sauces|035|-|15%|13%|0%|prepared|AB|?
  2103300000|芥子粉及其调味品|Mustard flour and meal and prepared mustard|035|-|15%|13%|0%|prepared|AB|?
  2203000000|麦芽酿造的啤酒|Beer; made from malt|095|035|0%|13%|?|spirit|AB|?
  2204100000|葡萄汽酒|Wine; sparkling|095|035|14%|13%|10%|wine|AB|?
  2204210000|小包装的鲜葡萄酿造的酒|Wine; still, in containers holding 2 litres or less|095|035|14%|13%|10%|wine|AB|?
  2208300000|威士忌酒|Whiskies|095|035|10%|13%|20%+1/035|spirit|AB|?
  2208400000|朗姆酒及蒸馏已发酵甘蔗产品制得的其他烈性酒|Rum and other spirits obtained by distilling fermented sugar-cane products|095|035|10%|13%|20%+1/035|spirit|AB|?
  2208500000|杜松子酒|Gin and geneva|095|035|10%|13%|20%+1/035|spirit|AB|?
  2208600000|伏特加酒|Vodka|095|035|10%|13%|20%+1/035|spirit|AB|?
  2208700000|利口酒及柯迪尔酒|Liqueurs and cordials|095|035|10%|13%|20%+1/035|spirit|AB|?
  2309101000|零售包装的狗食或猫食罐头|Dog or cat food; put up for retail sale, used in animal feeding|035|-|15%|9%|0%|feed|?|?
  2309901000|制成的饲料添加剂|Dog or cat food; (not put up for retail sale), used in animal feeding|035|-|5%|9%|0%|feed|?|?
  2501001100|食用盐|Salt (including table salt and denatured salt); pure sodium chloride whether or not in aqueous solution; sea water|035|-|0%|?|0%|mineral|?|?
  2523100000|水泥熟料，不论是否着色|Cement clinkers (whether or not coloured)|035|-|8%|13%|0%|mineral|?|?
  2523210000|白水泥,不论是否人工着色|Cement; portland, white, whether or not artificially coloured|035|-|6%|13%|0%|mineral|?|?
  2523290000|其他硅酸盐水泥，不论是否着色|Cement; portland, other than white, whether or not artificially coloured|035|-|8%|13%|0%|mineral|?|?
  2601111000|平均粒径小于0.8毫米的未煅烧铁矿砂及其精矿；但焙烧黄铁矿除外|Iron ores and concentrates; non-agglomerated|035|-|0%|13%|0%|ore|?|?
  2601120000|已烧结铁矿砂及其精矿|Iron ores and concentrates; agglomerated (excluding roasted iron pyrites)|035|-|0%|13%|0%|ore|?|?
  2601200000|焙烧黄铁矿|Iron pyrites; roasted|035|-|0%|13%|0%|ore|?|?
  2609000000|锡矿砂及其精矿|Tin ores and concentrates|035|-|0%|13%|0%|ore|?|50%
  2611000000|钨矿砂及其精矿|Tungsten ores and concentrates|035|-|0%|13%|0%|ore|?|20%
  2615901000|水合钽铌原料（钽铌富集物）|Niobium, tantalum, vanadium ores and concentrates|035|-|0%|13%|0%|ore|?|30%
  2617101000|生锑（锑精矿，选矿产品）|Antimony ores and concentrates|035|-|0%|13%|0%|ore|?|20%
  2701121000|未制成型的炼焦烟煤，不论是否粉化|Coal; bituminous, whether or not pulverised, but not agglomerated|035|-|3%|13%|?|fuel|?|?
  2701190000|未制成型的其他煤，不论是否粉化|Coal; (other than anthracite and bituminous), whether or not pulverised but not agglomerated|035|-|5%|13%|?|fuel|?|?
  2701200000|煤砖、煤球及类似用煤制固体燃料|Briquettes, ovoids and similar solid fuels; manufactured from coal|035|-|5%|13%|?|fuel|?|?
  2709000000|石油原油及从沥青矿物提取的原油|Oils; petroleum oils and oils obtained from bituminous minerals, crude|035|-|0%|13%|?|fuel|?|?
  2711110000|液化天然气|Petroleum gases and other gaseous hydrocarbons; liquefied, natural gas|035|-|0%|9%|?|fuel|?|?
  2711120000|液化丙烷|Petroleum gases and other gaseous hydrocarbons; liquefied, propane|035|-|5%|9%|?|fuel|?|?
  2804100000|氢|Hydrogen|035|-|5.5%|13%|0%|chemical|?|?
  2804210000|氩|Gases, rare; argon|035|-|5.5%|13%|0%|chemical|?|?
  2804290000|其他稀有气体|Gases, rare; other than argon|035|-|5.5%|13%|0%|chemical|?|?
  2804701000|黄磷(白磷)|Phosphorus|035|-|5.5%|13%|0%|chemical|?|20%
  2815110000|固体氢氧化钠|Sodium hydroxide (caustic soda); solid|035|-|10%|13%|0%|chemical|?|?
  2815120000|氢氧化钠水溶液及液体烧碱|Sodium hydroxide (caustic soda); in aqueous solution (soda lye or liquid soda)|035|-|8%|13%|0%|chemical|?|?
  2833110000|硫酸钠|Sodium sulphates; disodium sulphate|035|-|5.5%|13%|0%|chemical|?|?
  2833190000|钠的其他硫酸盐|Sodium sulphates; other than disodium sulphate|035|-|5.5%|13%|0%|chemical|?|?
  2833210000|硫酸镁|Sulphates; of magnesium|035|-|5.5%|13%|0%|chemical|?|?
  2836200000|碳酸钠(纯碱)|Carbonates; disodium carbonate|035|-|5.5%|13%|0%|chemical|?|?
  2836300000|碳酸氢钠(小苏打)|Carbonates; sodium hydrogen carbonate (sodium bicarbonate)|035|-|5.5%|13%|0%|chemical|?|?
  2836400000|钾的碳酸盐|Carbonates; potassium carbonate|035|-|5.5%|13%|0%|chemical|?|?
  2902200000|苯|Cyclic hydrocarbons; benzene|035|-|2%|13%|?|chemical|?|40%
  2905110000|甲醇|Alcohols; saturated monohydric, methanol (methyl alcohol)|035|-|5.5%|13%|?|chemical|?|?
  2905121000|丙醇|Alcohols; saturated monohydric, propan-1-ol (propyl alcohol) and propan-2-ol (isopropyl alcohol)|035|-|5.5%|13%|?|chemical|?|?
  2905130000|正丁醇|Alcohols; saturated monohydric, butan-1-ol (n-butyl alcohol)|035|-|5.5%|13%|?|chemical|?|?
  2915110000|甲酸|Acids; saturated acyclic monocarboxylic acids; formic acid|035|-|5.5%|13%|?|chemical|?|?
  2915120000|甲酸盐|Acids; saturated acyclic monocarboxylic acids; salts of formic acids|035|-|5.5%|13%|?|chemical|?|?
  2915130000|甲酸酯|Acids; saturated acyclic monocarboxylic acids; esters of formic acid|035|-|5.5%|13%|?|chemical|?|?
  2917111000|草酸|Acids; acyclic polycarboxylic acids; oxalic acid, its salts and esters|035|-|6.5%|13%|?|chemical|?|?
  2917131000|癸二酸及其盐和酯|Acids; acyclic polycarboxylic acids; azelaic acid, sebacic acid, their salts and esters|035|-|6.5%|13%|?|chemical|?|?
  3102210000|硫酸铵|Fertilizers, mineral or chemical; nitrogenous, ammonium sulphate|035|-|4%|9%|0%|fertiliser|?|?
  3102290000|硫酸铵和硝酸铵的复盐及混合物|Fertilizers, mineral or chemical; nitrogenous, other than ammonium sulphate|035|-|4%|9%|0%|fertiliser|?|?
  3305200000|烫发剂|Hair preparations; for permanent waving or straightening|035|-|15%|13%|?|cosmetic|AB|?
  3305300000|定型剂|Hair preparations; lacquers|035|-|15%|13%|?|cosmetic|AB|?
  3305900000|其他护发品|Hair preparations; n.e.c. in heading no. 3305|035|-|10%|13%|?|cosmetic|AB|?
  3306109000|其他洁齿品|Oral or dental hygiene preparations; dentifrices|035|-|10%|13%|?|cosmetic|?|?
  3306200000|牙线|Oral or dental hygiene preparations; yarn used to clean between the teeth (dental floss)|035|-|10%|13%|?|cosmetic|?|?
  3401200000|其他形状的肥皂|Soap; in forms n.e.c. in item no. 3401.11|035|-|15%|13%|?|cosmetic|?|?
  3506911000|以聚酰胺为基本成份的粘合剂|Adhesives; prepared, based on polymers of heading 3901 to 3913 or on rubber|035|-|10%|13%|0%|chemical|?|?
  3604100000|烟花、爆竹|Pyrotechnic products; fireworks|035|-|6%|13%|15%|chemical|?|?
  3605000000|火柴,但税目3604的烟火制品除外|Matches; other than pyrotechnic articles of heading no. 3604|035|-|6%|13%|?|chemical|?|?
  3701200000|未曝光的一次成像感光平片，用纸、纸板及纺织物以外任何材料制成|Photographic plates and film; instant print film, in the flat, sensitised, unexposed, whether or not in packs|?|?|5%|13%|0%|chemical|?|?
  3903110000|初级形状的可发性聚苯乙烯|Styrene polymers; expansible polystyrene, in primary forms|035|-|6.5%|13%|0%|polymer|?|?
  3903191000|初级形状的改性非可发性聚苯乙烯|Styrene polymers; (other than expansible polystyrene), in primary forms|035|-|6.5%|13%|0%|polymer|?|?
  3903200000|初级形状苯乙烯-丙烯腈共聚物|Styrene polymers; styrene-acrylonitrile (SAN) copolymers, in primary forms|035|-|12%|13%|0%|polymer|?|?
  3907400000|初级形状的聚碳酸酯|Polycarbonates; in primary forms|035|-|6.5%|13%|0%|polymer|?|?
  3907500000|初级形状的醇酸树脂|Alkyd resins; in primary forms|035|-|10%|13%|0%|polymer|?|?
  3917100000|硬化蛋白或纤维素材料制人造肠衣|Plastics; artificial guts (sausage casings) of hardened protein or of cellulosic materials|035|-|10%|13%|0%|plastic|?|?
  3917210000|乙烯聚合物制的硬管|Plastics; tubes, pipes and hoses thereof, rigid, of polymers of ethylene|035|-|10%|13%|0%|plastic|?|?
  3917220000|丙烯聚合物制的硬管|Plastics; tubes, pipes and hoses thereof, rigid, of polymers of propylene|035|-|10%|13%|0%|plastic|?|?
  3923210000|乙烯聚合物制袋及包|Ethylene polymers; sacks and bags (including cones), for the conveyance or packing of goods|035|-|10%|13%|0%|plastic|?|?
  3923290000|其他塑料制的袋及包|Plastics; sacks and bags (including cones), for the conveyance or packing of goods, of plastics other than ethylene polymers|035|-|10%|13%|0%|plastic|?|?
  3923300000|塑料制坛、瓶及类似品|Plastics; carboys, bottles, flasks and similar articles, for the conveyance or packing of goods|035|-|6.5%|13%|0%|plastic|?|?
  3924100000|塑料制餐具及厨房用具|Plastics; tableware and kitchenware|035|-|10%|13%|0%|plastic|?|?
  3926100000|办公室或学校用塑料制品|Plastics; office or school supplies|035|-|10%|13%|0%|plastic|?|?
  3926201100|聚氯乙稀制手套（包括分指手套、连指手套及露指手套）|Plastics; articles of apparel and clothing accessories (including gloves, mittens and mitts)|035|-|10%|13%|0%|plastic|?|?
  3926300000|塑料制家具、车厢及类似品的附件|Plastics; fittings for furniture, coachwork or the like|035|-|10%|13%|0%|plastic|?|?
  4002201000|初级形状的丁二烯橡胶|Rubber; synthetic, butadiene rubber (BR), in primary forms or in plates, sheets or strip|035|-|7.5%|13%|0%|rubber|?|?
  4016910000|硫化橡胶制铺地制品及门垫|Rubber; vulcanised (other than hard rubber), floor coverings and mats, of non-cellular rubber|035|-|18%|13%|0%|rubber|?|?
  4016920000|硫化橡胶制橡皮擦|Rubber; vulcanised (other than hard rubber), erasers, of non-cellular rubber|035|-|18%|13%|0%|rubber|?|?
  4418400000|水泥构件的木模板|Wood; shuttering for concrete constructional work|035|-|4%|13%|?|wood|?|?
  4418500000|木瓦及盖屋板|Wood; shingles and shakes|035|-|7.5%|13%|?|wood|?|?
  4503100000|天然软木塞子|Cork; corks and stoppers, of natural cork|035|-|8%|13%|0%|wood|?|?
  4703110000|未漂白针叶木碱木浆或硫酸盐木浆|Wood pulp; chemical wood pulp, soda or sulphate, (other than dissolving grades), unbleached, of coniferous wood|035|-|0%|13%|0%|paper|?|?
  4703190000|未漂白非针叶木碱木浆或硫酸盐木浆|Wood pulp; chemical wood pulp, soda or sulphate, (other than dissolving grades), unbleached, of non-coniferous wood|035|-|0%|13%|0%|paper|?|?
  4802101000|宣纸|Hand-made paper or paperboard|035|-|7.5%|13%|0%|paper|?|?
  4802400000|墙壁纸原纸|Uncoated paper and paperboard (not 4801 or 4803); wallpaper base, in rolls or sheets|035|-|7.5%|13%|0%|paper|?|?
  4818100000|小卷(张)卫生纸|Paper articles; toilet paper|035|-|7.5%|13%|0%|paper|?|?
  4818200000|小卷(张)纸手帕及纸面巾|Paper articles; handkerchiefs, cleansing or facial tissues and towels|035|-|7.5%|13%|0%|paper|?|?
  4818300000|小卷(张)纸台布及纸餐巾|Paper articles; tablecloths and serviettes, of paper, cellulose wadding or fibres|035|-|7.5%|13%|0%|paper|?|?
  4819100000|瓦楞纸或纸板制的箱、盒、匣|Paper and paperboard; cartons, boxes and cases, of corrugated paper or paperboard|035|-|5%|13%|0%|paper|?|?
  4819200000|非瓦楞纸或纸板制可折叠箱、盒、匣|Paper and paperboard; folding cartons, boxes and cases, of non-corrugated paper or paperboard|035|-|5%|13%|0%|paper|?|?
  4820200000|练习本|Paper and paperboard; exercise books|035|-|7.5%|13%|0%|paper|?|?
  4820300000|纸制活动封面、文件夹及卷宗皮|Paper and paperboard; binders, folders and file covers|035|-|7.5%|13%|0%|paper|?|?
  4901100000|单张的书籍、小册子及类似印刷品|Printed matter; in single sheets, whether or not folded|035|-|0%|9%|0%|print|?|?
  4901910000|字典、百科全书|Printed matter; dictionaries, encyclopaedias and serial instalments thereof|035|-|0%|9%|0%|print|?|?
  4911101000|无商业价值的广告品及类似印刷品|Printed matter; trade advertising material, commercial catalogues and the like|035|-|0%|13%|0%|print|?|?
`;
